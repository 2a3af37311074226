import { goodsQuery } from '@/components/seller/goods/goods-query'
import type { GoodsFilter, ProductStatus } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'
import { sellerText } from '@/lib/i18n/messages/seller'

const shown = ['active', 'review', 'draft', 'paused', 'archived'] satisfies ProductStatus[]

/** States of goods; what else narrows the list stays. */
export function ProductTabs({ locale, filter }: { locale: Locale; filter: GoodsFilter }) {
  const t = sellerText[locale]
  const here = `/${locale}/seller/products`
  return (
    <nav className="tabs" aria-label={t.filter}>
      <a
        href={`${here}${goodsQuery({ ...filter, status: undefined })}`}
        aria-current={filter.status === undefined ? 'page' : undefined}
      >
        {t.all}
      </a>
      {shown.map((status) => (
        <a
          key={status}
          href={`${here}${goodsQuery({ ...filter, status })}`}
          aria-current={status === filter.status ? 'page' : undefined}
        >
          {t[status]}
        </a>
      ))}
    </nav>
  )
}
