import type { Locale } from '@/lib/i18n'
import { sellerText } from '@/lib/i18n/messages/seller'

export const productTabs = ['low', 'active', 'review', 'draft', 'paused', 'archived'] as const
export type ProductTab = (typeof productTabs)[number]

export function ProductTabs({ locale, tab }: { locale: Locale; tab: ProductTab | undefined }) {
  const t = sellerText[locale]
  const here = `/${locale}/seller/products`
  return (
    <nav className="tabs" aria-label={t.filter}>
      <a href={here} aria-current={tab === undefined ? 'page' : undefined}>
        {t.all}
      </a>
      {productTabs.map((one) => (
        <a key={one} href={`${here}?show=${one}`} aria-current={one === tab ? 'page' : undefined}>
          {t[one]}
        </a>
      ))}
    </nav>
  )
}
