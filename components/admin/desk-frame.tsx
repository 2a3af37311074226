import type { ReactNode } from 'react'
import { type AdminDesk, AdminShell } from '@/components/admin/admin-shell'

/** A page of the operator's desk: the rail, a heading, what it is about. */
export function AdminFrame({ title, children, ...desk }: AdminDesk & { title: string; children: ReactNode }) {
  return (
    <AdminShell {...desk}>
      <h1 className="mb-2">{title}</h1>
      {children}
    </AdminShell>
  )
}
