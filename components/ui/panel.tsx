import type { ReactNode } from 'react'

export function Panel({
  children,
  className = '',
  lift = false,
}: {
  children: ReactNode
  className?: string
  lift?: boolean
}) {
  return <section className={`panel${lift ? ' lift' : ''} ${className}`.trim()}>{children}</section>
}
