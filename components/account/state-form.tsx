'use client'

import { type FormEvent, type ReactNode, startTransition, useActionState } from 'react'
import { type FormAction, type FormState, freshForm } from '@/components/account/account-state'
import { Button, type ButtonKind } from '@/components/ui/button'
import { Field } from '@/components/ui/field'

export type FieldPlan = {
  name: string
  label: string
  type?: 'text' | 'tel' | 'password' | 'date' | 'datetime-local'
  autoComplete?: string
  help?: string
  value?: string
}

type Props = {
  action: FormAction
  fields: readonly FieldPlan[]
  hidden: Record<string, string>
  submit: string
  kind: ButtonKind
  /** Tells apart the fields of two forms on one page. */
  prefix: string
  /** The answer to a press without JavaScript. */
  kept?: FormState | null
  /** Short fields beside each other where there is room. */
  beside?: boolean
  children?: ReactNode
}

function Messages({ state }: { state: FormState }) {
  return (
    <>
      {state.problem === null ? null : (
        <p className="font-semibold text-bad" role="alert">
          {state.problem}
        </p>
      )}
      <p role="status" className={state.done === null ? 'sr' : 'font-semibold text-ok'}>
        {state.done}
      </p>
    </>
  )
}

/** A form that posts without JavaScript too and gives back what was written, with errors beside their fields. */
export function StateForm({ action, fields, hidden, submit, kind, prefix, kept, beside, children }: Props) {
  const [state, send, busy] = useActionState(action, kept ?? freshForm)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    if (!busy) startTransition(() => send(form))
  }
  return (
    <form action={send} onSubmit={onSubmit} className="stack gap-4" noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Messages state={state} />
      <div className={beside ? 'grid gap-4 min-[600px]:grid-cols-2 min-[1100px]:grid-cols-4' : 'contents'}>
        {fields.map(({ name, label, type = 'text', autoComplete, help, value }) => (
          <Field
            key={name}
            label={label}
            name={`${prefix}${name}`}
            type={type}
            help={help}
            error={state.errors[name]}
            defaultValue={type === 'password' ? undefined : (state.values[name] ?? value)}
            {...(autoComplete !== undefined && { autoComplete })}
          />
        ))}
      </div>
      {children}
      <Button kind={kind} type="submit" busy={busy}>
        {submit}
      </Button>
    </form>
  )
}
