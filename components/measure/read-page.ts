import type { MeasuredItem } from '@/components/measure/events'

type Offer = { price?: number | string; seller?: { url?: string } }
type Brand = { name?: string }
type Goods = { '@type'?: string; name?: string; sku?: string; offers?: Offer; brand?: Brand; hasVariant?: Goods[] }

/** `/uz/shop/kitob-olami` or its whole address. */
const shopIn = (address: string | undefined): string | undefined =>
  /^(?:https?:\/\/[^/]+)?\/(?:uz|ru|en)\/shop\/([^/?#]+)/.exec(address ?? '')?.[1]

const parse = (text: string): Goods | null => {
  try {
    return JSON.parse(text) as Goods
  } catch {
    return null
  }
}

/** What a product's page says of its goods to engines, it says to counters: one price, and no byte more in the page. */
export function shownItem(): MeasuredItem | null {
  for (const { textContent } of document.querySelectorAll('script[type="application/ld+json"]')) {
    const goods = parse(textContent)
    if (goods?.['@type'] !== 'Product' && goods?.['@type'] !== 'ProductGroup') continue
    const one = goods.hasVariant?.[0] ?? goods
    const price = Number(one.offers?.price ?? goods.offers?.price)
    if (!one.sku || !Number.isFinite(price)) continue
    const shop = shopIn((goods.offers ?? one.offers)?.seller?.url)
    return { sku: one.sku, title: goods.name ?? one.sku, price, quantity: 1, brand: goods.brand?.name, shop }
  }
  return null
}

/** Whose page this is: a shop's own, or that of its goods. */
export const shownShop = (): string | undefined => shopIn(location.pathname) ?? shownItem()?.shop
