import type { ReactNode } from 'react'
import { SiteFrame } from '@/components/layout/site-frame'
import { getCategoryTree } from '@/lib/catalog'
import { pageLocale } from '@/lib/i18n/page-locale'

// Everything below is made once and kept: a per-visitor read anywhere in it fails the build.
export const ensureStatic = 'navigation'

export default async function ShopLayout({ children }: { children: ReactNode }) {
  const locale = await pageLocale()
  return (
    <SiteFrame locale={locale} categories={await getCategoryTree(locale)}>
      {children}
    </SiteFrame>
  )
}
