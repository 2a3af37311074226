import { stringify } from 'csv-stringify/sync'
import { type FeedFormat, idOf, linkOf, pictureAt, priceOf, textOf, titleOf, traitOf, typeOf } from './format'

const columns = [
  'id',
  'title',
  'description',
  'availability',
  'condition',
  'price',
  'link',
  'image_link',
  'additional_image_link',
  'brand',
  'gtin',
  'item_group_id',
  'product_type',
  'color',
  'size',
  'material',
  'pattern',
] as const

const row = (cells: readonly string[]) => stringify([cells], { record_delimiter: 'unix' })

/** The catalogue of Meta as CSV: developers.facebook.com/docs/commerce-platform/catalog/fields, as of 2026. */
export const meta: FeedFormat = {
  type: 'text/csv; charset=utf-8',
  head: () => row(columns),
  item(item, head) {
    const [first, ...more] = item.images
    if (first === undefined || item.price.amount <= 0) return ''
    return row([
      idOf(item, 100),
      titleOf(item, 200),
      textOf(item, 9999),
      item.inStock ? 'in stock' : 'out of stock',
      'new',
      priceOf(item),
      linkOf(item, head, 'meta'),
      pictureAt(head.origin, first),
      more
        .slice(0, 20)
        .map((key) => pictureAt(head.origin, key))
        .join(','),
      // One of brand, gtin and mpn has to be there: what has no brand is known by who makes and sells it.
      (item.brand ?? item.shop.name).slice(0, 100),
      item.gtin ?? '',
      item.group.size > 1 ? item.group.id : '',
      typeOf(item, head).slice(0, 750),
      ...(['color', 'size', 'material', 'pattern'] as const).map((trait) => traitOf(item, trait) ?? ''),
    ])
  },
  tail: '',
}
