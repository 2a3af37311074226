import type { ReactNode } from 'react'
import '@/app/styles/desk.css'
import '@/app/styles/desk-table.css'

export default function AdminLayout({ children }: { children: ReactNode }) {
  return children
}
