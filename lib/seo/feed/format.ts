import type { FeedCategory, FeedItem } from '@/lib/catalog/schema'
import { formatDecimal } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { variantHref } from '@/lib/i18n/variant-href'
import { FEED_MEDIUM, type FeedName } from '@/lib/seo/schema'
import { plainText } from '../xml'

/** What a whole file is told once. */
export type FeedHead = {
  origin: string
  locale: Locale
  operator: string
  categories: ReadonlyMap<string, FeedCategory & { names: string[] }>
  /** When its goods changed last: the same goods make the same bytes. */
  changed: Date
}

export type FeedFormat = {
  type: string
  head(head: FeedHead): string
  /** Empty for an item that the format cannot carry. */
  item(item: FeedItem, head: FeedHead): string
  tail: string
}

export const pictureAt = (origin: string, key: string) => `${origin}/goods/${key}-640.jpg`

/** With the feed's name in it, so that its clicks are known by their orders; the page's canonical has none of this. */
export const linkOf = ({ slug, sku }: FeedItem, { origin, locale }: FeedHead, feed: FeedName) =>
  `${origin}${variantHref(locale, slug, sku)}&utm_source=${feed}&utm_medium=${FEED_MEDIUM}&utm_campaign=${feed}-feed`

/** A word is not cut. */
export function cut(text: string, most: number): string {
  const plain = plainText(text).replace(/\s+/g, ' ').trim()
  return plain.length <= most
    ? plain
    : plain
        .slice(0, most + 1)
        .replace(/\s+\S*$/, '')
        .slice(0, most)
}

export const titleOf = ({ title, label, group }: FeedItem, most: number) =>
  cut(group.size > 1 && label !== '' ? `${title}, ${label}` : title, most)

export const textOf = ({ description, title }: FeedItem, most: number) => cut(description || title, most)

export const priceOf = ({ price }: FeedItem) => `${formatDecimal(price)} ${price.currency}`

export const typeOf = ({ categoryId }: FeedItem, { categories }: FeedHead) =>
  (categories.get(categoryId)?.names ?? []).join(' > ')

const traitCodes = {
  color: ['colour', 'color'],
  size: ['size', 'shoe_size'],
  material: ['material'],
  pattern: ['pattern'],
}

export function traitOf(item: FeedItem, trait: keyof typeof traitCodes): string | null {
  const found = item.traits.find(({ code }) => traitCodes[trait].includes(code))
  return found === undefined ? null : cut(found.value, 100)
}

/** The SKU, but some allow no long ones. */
export const idOf = ({ sku, variantId }: FeedItem, most: number) => (sku.length <= most ? sku : variantId)

/** The courier of the shop, for one piece. */
export const courierOf = ({ shop, price }: FeedItem) =>
  shop.freeFrom !== null && price.amount >= shop.freeFrom.amount ? { ...shop.courierFee, amount: 0 } : shop.courierFee
