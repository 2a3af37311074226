import type { ReactNode } from 'react'
import { SiteFrame } from '@/components/layout/site-frame'
import { getCategoryTree } from '@/lib/catalog'
import { pageLocale } from '@/lib/i18n/page-locale'

export async function ShopFrame({ children }: { children: ReactNode }) {
  const locale = await pageLocale()
  return (
    <SiteFrame locale={locale} categories={await getCategoryTree(locale)}>
      {children}
    </SiteFrame>
  )
}
