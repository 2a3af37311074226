import type { ReactNode } from 'react'
import { type AdminDesk, AdminShell } from '@/components/admin/admin-shell'

type Frame = AdminDesk & {
  title: string
  lead?: string
  /** The page that this one belongs to. */
  back?: { href: string; label: string }
  children: ReactNode
}

/** A page of the operator's desk: the rail, a heading, what it is about. */
export function AdminFrame({ title, lead, back, children, ...desk }: Frame) {
  return (
    <AdminShell {...desk}>
      <h1 className="mb-2">{title}</h1>
      {lead === undefined ? null : <p className={`muted max-w-[70ch] ${back === undefined ? 'mb-4' : ''}`}>{lead}</p>}
      {back === undefined ? null : (
        <a className="link inline-flex min-h-11 items-center" href={back.href}>
          {back.label}
        </a>
      )}
      {children}
    </AdminShell>
  )
}
