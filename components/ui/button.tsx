import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'

/** `act` is the one action of a screen; `two` adds on cards; `cream` stands on painted grounds. */
export type ButtonKind = 'act' | 'solid' | 'two' | 'line' | 'cream'
export type ButtonSize = 'md' | 'sm' | 'xs'

type Look = { kind?: ButtonKind; size?: ButtonSize; full?: boolean }

const look = ({ kind, size = 'md', full = false }: Look, extra = '') =>
  ['btn', kind, size === 'md' ? '' : size, full ? 'full' : '', extra].filter(Boolean).join(' ')

export function Button({
  kind,
  size,
  full,
  busy = false,
  className,
  type = 'button',
  ...rest
}: Look & { busy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  const style = look({ ...(kind && { kind }), ...(size && { size }), full: full === true }, className)
  return <button {...rest} type={type} className={busy ? `${style} busy` : style} aria-busy={busy || undefined} />
}

export function ButtonLink({ kind, size, full, className, ...rest }: Look & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const style = look({ ...(kind && { kind }), ...(size && { size }), full: full === true }, className)
  return <a {...rest} className={style} />
}
