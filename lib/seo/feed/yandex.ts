import { createHash } from 'node:crypto'
import type { FeedItem } from '@/lib/catalog/schema'
import { formatDecimal } from '@/lib/format'
import { cdata, element, escapeXml } from '../xml'
import { courierOf, cut, type FeedFormat, type FeedHead, idOf, linkOf, pictureAt, textOf, titleOf } from './format'

/** YML wants whole numbers for categories: the same for the same one, for ever. */
const numberOf = (id: string) => Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 11), 16) + 1

/** `2026-11-21 19:05` in Tashkent. */
const stamp = (date: Date) => new Date(date.getTime() + 5 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

const countries = new Intl.DisplayNames(['ru'], { type: 'region' })

function country(code: string): string | null {
  try {
    const name = countries.of(code)
    return name === undefined || name === code ? null : name
  } catch {
    return null
  }
}

const when = (text: string | null, name: string) => (text === null || text === '' ? '' : element(name, text))

/** Whole soʻm where there are no tiyin. */
const amount = (price: FeedItem['price']) => formatDecimal(price).replace(/\.00$/, '')

function categories({ categories: all }: FeedHead): string {
  const lines = [...all.values()].map(({ id, parentId, name }) => {
    const parent = parentId === null ? '' : ` parentId="${numberOf(parentId)}"`
    return `<category id="${numberOf(id)}"${parent}>${escapeXml(name)}</category>\n`
  })
  return `<categories>\n${lines.join('')}</categories>\n`
}

/** Courier of the shop: whole soʻm, and a span of days. */
function delivery(item: FeedItem): string {
  const { handlingDays } = item.shop
  const days = handlingDays === 0 ? '1' : `${handlingDays}-${handlingDays + 2}`
  const cost = Math.floor(courierOf(item).amount / 100)
  return `<delivery-options><option cost="${cost}" days="${days}"/></delivery-options>`
}

const params = ({ traits }: FeedItem) =>
  traits
    .filter(({ code }) => code !== 'brand')
    .map(({ label, value }) => `<param name="${escapeXml(cut(label, 100))}">${escapeXml(cut(value, 500))}</param>`)
    .join('')

/** YML, simplified kind of offer: yandex.ru/support/merchants/ru/elements/yml, as of 2026. */
export const yandex: FeedFormat = {
  type: 'application/xml; charset=utf-8',
  head: (head) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<yml_catalog date="${stamp(head.changed)}">\n<shop>\n` +
    `${element('name', cut(head.operator, 20))}${element('company', head.operator)}${element('url', head.origin)}\n` +
    `<currencies><currency id="UZS" rate="1"/></currencies>\n${categories(head)}<offers>\n`,
  item(item, head) {
    if (item.price.amount <= 0) return ''
    const group = item.group.size > 1 ? ` group_id="${item.group.seq}"` : ''
    const parts = [
      element('url', linkOf(item, head, 'yandex')),
      element('price', amount(item.price)),
      item.compareAt === null ? '' : element('oldprice', amount(item.compareAt)),
      element('currencyId', item.price.currency),
      element('categoryId', String(numberOf(item.categoryId))),
      ...item.images.slice(0, 10).map((key) => element('picture', pictureAt(head.origin, key))),
      '<store>false</store><pickup>true</pickup><delivery>true</delivery>',
      delivery(item),
      element('name', titleOf(item, 256)),
      when(item.brand, 'vendor'),
      element('vendorCode', item.sku),
      `<description>${cdata(textOf(item, 3000))}</description>`,
      when(item.origin && country(item.origin), 'country_of_origin'),
      when(item.gtin, 'barcode'),
      params(item),
    ]
    const id = escapeXml(idOf(item, 80))
    return `<offer id="${id}" available="${item.inStock}"${group}>${parts.join('')}</offer>\n`
  },
  tail: '</offers>\n</shop>\n</yml_catalog>\n',
}
