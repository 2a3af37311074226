import { formatDecimal } from '@/lib/format'
import { element } from '../xml'
import {
  courierOf,
  type FeedFormat,
  idOf,
  linkOf,
  pictureAt,
  priceOf,
  textOf,
  titleOf,
  traitOf,
  typeOf,
} from './format'

const g = (name: string, text: string | null | undefined) => (text ? element(`g:${name}`, text) : '')

/** Merchant Center, RSS 2.0: support.google.com/merchants/answer/7052112, as of 2026. */
export const google: FeedFormat = {
  type: 'application/xml; charset=utf-8',
  head: ({ origin, locale, operator }) =>
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">\n<channel>\n' +
    `${element('title', operator)}${element('link', `${origin}/${locale}`)}${element('description', operator)}\n`,
  item(item, head) {
    const [first, ...more] = item.images
    if (first === undefined || item.price.amount <= 0) return ''
    const courier = courierOf(item)
    const parts = [
      g('id', idOf(item, 50)),
      g('title', titleOf(item, 150)),
      g('description', textOf(item, 5000)),
      g('link', linkOf(item, head, 'google')),
      g('image_link', pictureAt(head.origin, first)),
      ...more.slice(0, 10).map((key) => g('additional_image_link', pictureAt(head.origin, key))),
      g('availability', item.inStock ? 'in_stock' : 'out_of_stock'),
      g('price', priceOf(item)),
      g('condition', 'new'),
      g('brand', item.brand?.slice(0, 70)),
      g('gtin', item.gtin),
      item.gtin === null ? g('identifier_exists', 'no') : '',
      item.group.size > 1 ? g('item_group_id', item.group.id) : '',
      g('product_type', typeOf(item, head).slice(0, 750)),
      ...(['color', 'size', 'material', 'pattern'] as const).map((trait) => g(trait, traitOf(item, trait))),
      g('external_seller_id', item.shop.slug.slice(0, 50)),
      `<g:shipping>${g('country', 'UZ')}${g('price', `${formatDecimal(courier)} ${courier.currency}`)}</g:shipping>`,
      g('max_handling_time', String(item.shop.handlingDays)),
    ]
    return `<item>${parts.join('')}</item>\n`
  },
  tail: '</channel>\n</rss>\n',
}
