import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from 'react'
import { Icon } from '@/components/ui/icon'

type Frame = {
  label: string
  name: string
  /** Where two forms of a page have a field of one name. */
  id?: string | undefined
  help?: string | undefined
  error?: string | undefined
  className?: string
}

/** Label above, help or error below in the same place; the error says what to do. */
function FieldFrame({
  label,
  name,
  id = `f-${name}`,
  help,
  error,
  className = '',
  children,
}: Frame & { children: ReactNode }) {
  const message = error ?? help
  return (
    <div className={`field${error === undefined ? '' : ' err'} ${className}`.trim()}>
      <label htmlFor={id}>{label}</label>
      {children}
      {message === undefined ? null : (
        <span className="msg" id={`${id}-msg`} role={error === undefined ? undefined : 'alert'}>
          {error === undefined ? null : <Icon name="info" small />}
          {message}
        </span>
      )}
    </div>
  )
}

const wiring = ({ name, id = `f-${name}`, help, error }: Frame) => ({
  id,
  name,
  'aria-invalid': error === undefined ? undefined : true,
  'aria-describedby': error === undefined && help === undefined ? undefined : `${id}-msg`,
})

export function Field({
  label,
  name,
  id,
  help,
  error,
  className,
  ...rest
}: Frame & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'className'>) {
  const frame = { label, name, id, help, error, ...(className !== undefined && { className }) }
  return (
    <FieldFrame {...frame}>
      <input className="input" {...rest} {...wiring(frame)} />
    </FieldFrame>
  )
}

export function Select({
  label,
  name,
  id,
  help,
  error,
  className,
  children,
  ...rest
}: Frame & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'className'>) {
  const frame = { label, name, id, help, error, ...(className !== undefined && { className }) }
  return (
    <FieldFrame {...frame}>
      <select className="input" {...rest} {...wiring(frame)}>
        {children}
      </select>
    </FieldFrame>
  )
}
