import type { ReactNode } from 'react'
import { LeanFrame } from '@/components/layout/site-frame'
import { pageLocale } from '@/lib/i18n/page-locale'

export default async function PayLayout({ children }: { children: ReactNode }) {
  return <LeanFrame locale={await pageLocale()}>{children}</LeanFrame>
}
