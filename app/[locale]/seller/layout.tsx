import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { sellerText } from '@/lib/i18n/messages/seller'
import { pageLocale } from '@/lib/i18n/page-locale'
import '@/app/styles/desk.css'
import '@/app/styles/desk-table.css'
import '@/app/styles/desk-goods.css'
import '@/app/styles/desk-utilities.css'

// The desk waits for its reader: an anonymous one is sent to sign-in before a byte of the page is sent.
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const t = sellerText[await pageLocale()]
  return { title: { default: t.desk, template: `%s · ${t.desk} · Bozor` }, robots: { index: false, follow: false } }
}

export default function SellerLayout({ children }: { children: ReactNode }) {
  return children
}
