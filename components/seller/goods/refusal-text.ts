import type { BulkWish, RowRefusal } from '@/lib/catalog/schema'
import { formatMoney, formatPercent } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { goodsText } from '@/lib/i18n/messages/goods-desk'
import { priceText } from '@/lib/i18n/messages/price'
import { productDeskText } from '@/lib/i18n/messages/product-desk'
import { fromWire } from '@/lib/kernel/money'

/** Why a row stayed as it was, as its own form would say it. */
export function refusalText({ code, lowest, fields = [] }: RowRefusal, locale: Locale): string {
  const [t, price, product] = [goodsText[locale], priceText[locale], productDeskText[locale]]
  if (code === 'false-discount')
    return lowest ? fill(price.wasFalse, { price: formatMoney(fromWire(lowest), locale) }) : price.wasNever
  if (code === 'not-ready' || code === 'invalid-fields')
    return fill(t.notReady, { fields: fields.map((field) => field.replace(/^attributes\./, '')).join(', ') })
  const texts: Record<string, string> = {
    'not-found': t.notFound,
    'changed-since': t.changedSince,
    'bundle-stock': t.bundleStock,
    'wrong-status': product.wrongStatus,
    'gtin-taken': product['gtin-taken'],
    'picture-text-missing': product.pictureText,
    'unknown-category': t.badCategory,
    'bad-price': t.badPrice,
    'bad-stock': t.badStock,
  }
  return texts[code] ?? t.refused
}

/** What was done to many, in three words. */
export function wishText(wish: BulkWish, locale: Locale, categoryName: (slug: string) => string): string {
  const t = goodsText[locale]
  if (wish.kind === 'price') {
    const sign = wish.basisPoints < 0 ? '−' : '+'
    return fill(t.didPrice, { percent: `${sign}${formatPercent(Math.abs(wish.basisPoints), locale)}` })
  }
  if (wish.kind === 'stock') return fill(t.didStock, { count: wish.quantity })
  if (wish.kind === 'category') return fill(t.didCategory, { name: categoryName(wish.category) })
  return { pause: t.didPause, activate: t.didActivate, archive: t.didArchive }[wish.kind]
}
