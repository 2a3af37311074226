import { parse } from 'csv-parse/sync'
import { childText, childTexts, parseXml, type XmlNode } from './xml-tree'

/** What all three formats tell of one variant; the price in major units. */
export type FeedLine = { id: string; price: string; link: string; inStock: boolean }

type Read = { lines: FeedLine[]; breaches: string[] }

const g = '{http://base.google.com/ns/1.0}'
const price = /^\d+(\.\d\d)? [A-Z]{3}$/
const isAddress = (text: string) => /^https?:\/\/\S+$/.test(text) && URL.canParse(text)

/** One rule: its name where it is broken. */
const rule = (holds: boolean, name: string): string[] => (holds ? [] : [name])
const within = (text: string | undefined, most: number) => text !== undefined && text !== '' && text.length <= most

function googleItem(node: XmlNode): string[] {
  const of = (name: string) => childText(node, g + name)
  const hasCode = of('gtin') !== undefined || of('mpn') !== undefined
  return [
    ...rule(within(of('id'), 50), 'id'),
    ...rule(within(of('title'), 150), 'title'),
    ...rule(within(of('description'), 5000), 'description'),
    ...rule(isAddress(of('link') ?? ''), 'link'),
    ...rule(isAddress(of('image_link') ?? ''), 'image_link'),
    ...rule(childTexts(node, `${g}additional_image_link`).length <= 10, 'additional_image_link'),
    ...rule(['in_stock', 'out_of_stock', 'preorder', 'backorder'].includes(of('availability') ?? ''), 'availability'),
    ...rule(price.test(of('price') ?? '') && Number.parseFloat(of('price') ?? '0') > 0, 'price'),
    ...rule(['new', 'refurbished', 'used'].includes(of('condition') ?? ''), 'condition'),
    ...rule(hasCode || of('identifier_exists') === 'no', 'identifier_exists'),
    ...rule(of('gtin') === undefined || /^(\d{8}|\d{12,14})$/.test(of('gtin') ?? ''), 'gtin'),
    ...rule((of('item_group_id') ?? '').length <= 50, 'item_group_id'),
    ...rule((of('product_type') ?? '').length <= 750, 'product_type'),
  ].map((name) => `${of('id')}: ${name}`)
}

const repeated = (lines: readonly FeedLine[]) =>
  rule(new Set(lines.map(({ id }) => id)).size === lines.length, 'an id stands twice')

/** Merchant Center's RSS 2.0. */
export function readGoogle(text: string): Read {
  const root = parseXml(text)
  const channel = root.children.find(({ name }) => name === 'channel')
  const items = channel?.children.filter(({ name }) => name === 'item') ?? []
  const lines = items.map((node) => ({
    id: childText(node, `${g}id`) ?? '',
    price: (childText(node, `${g}price`) ?? '').split(' ')[0] ?? '',
    link: childText(node, `${g}link`) ?? '',
    inStock: childText(node, `${g}availability`) === 'in_stock',
  }))
  const head = rule(root.name === 'rss' && root.attributes['version'] === '2.0', 'not RSS 2.0')
  const named = ['title', 'link', 'description'].flatMap((name) =>
    rule(childText(channel ?? root, name) !== undefined, name),
  )
  const most = rule(items.length <= 100_000, 'more than 100,000 items')
  return { lines, breaches: [...head, ...named, ...most, ...repeated(lines), ...items.flatMap(googleItem)] }
}

type Row = Record<string, string>

function metaRow(row: Row): string[] {
  const of = (name: string) => row[name] ?? ''
  return [
    ...rule(within(of('id'), 100), 'id'),
    ...rule(within(of('title'), 200), 'title'),
    ...rule(within(of('description'), 9999), 'description'),
    ...rule(['in stock', 'out of stock'].includes(of('availability')), 'availability'),
    ...rule(['new', 'refurbished', 'used'].includes(of('condition')), 'condition'),
    ...rule(price.test(of('price')), 'price'),
    ...rule(isAddress(of('link')), 'link'),
    ...rule(isAddress(of('image_link')), 'image_link'),
    ...rule(of('brand') !== '' || of('gtin') !== '' || of('mpn') !== '', 'brand'),
  ].map((name) => `${of('id')}: ${name}`)
}

/** Meta's catalogue as CSV. */
export function readMeta(text: string): Read {
  const rows: Row[] = parse(text, { columns: true })
  const lines = rows.map((row) => ({
    id: row['id'] ?? '',
    price: (row['price'] ?? '').split(' ')[0] ?? '',
    link: row['link'] ?? '',
    inStock: row['availability'] === 'in stock',
  }))
  return { lines, breaches: [...repeated(lines), ...rows.flatMap(metaRow)] }
}

// What may stand in an offer, in the order of the format's DTD.
const offerOrder =
  `url price oldprice currencyId categoryId picture store pickup delivery delivery-options name vendor vendorCode
   description sales_notes country_of_origin barcode param`.split(/\s+/)

function offer(node: XmlNode, categories: ReadonlySet<string>): string[] {
  const of = (name: string) => childText(node, name) ?? ''
  const places = node.children.map(({ name }) => offerOrder.indexOf(name))
  const amount = /^\d+(\.\d\d?)?$/
  const old = childText(node, 'oldprice')
  return [
    ...rule(within(node.attributes['id'], 80), 'id'),
    ...rule(['true', 'false'].includes(node.attributes['available'] ?? ''), 'available'),
    ...rule(/^\d{1,9}$/.test(node.attributes['group_id'] ?? '0'), 'group_id'),
    ...rule(
      places.every((place, at) => place >= 0 && place >= (places[at - 1] ?? 0)),
      'order of elements',
    ),
    ...rule(isAddress(of('url')) && of('url').length <= 2048, 'url'),
    ...rule(amount.test(of('price')) && Number(of('price')) > 0, 'price'),
    ...rule(old === undefined || (amount.test(old) && Number(old) > Number(of('price'))), 'oldprice'),
    ...rule(of('currencyId') === 'UZS', 'currencyId'),
    ...rule(categories.has(of('categoryId')), 'categoryId'),
    ...rule(childTexts(node, 'picture').length <= 10 && childTexts(node, 'picture').every(isAddress), 'picture'),
    ...rule(within(of('name'), 256), 'name'),
    ...rule(of('description').length <= 3000, 'description'),
  ].map((name) => `${node.attributes['id']}: ${name}`)
}

/** Yandex' YML. */
export function readYandex(text: string): Read {
  const root = parseXml(text)
  const shop = root.children[0] ?? root
  const listed = (name: string) => shop.children.find((child) => child.name === name)?.children ?? []
  const categories = listed('categories')
  const ids = new Set(categories.map(({ attributes }) => attributes['id'] ?? ''))
  const offers = listed('offers')
  const lines = offers.map((node) => ({
    id: node.attributes['id'] ?? '',
    price: childText(node, 'price') ?? '',
    link: childText(node, 'url') ?? '',
    inStock: node.attributes['available'] === 'true',
  }))
  return {
    lines,
    breaches: [
      ...rule(root.name === 'yml_catalog' && /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(root.attributes['date'] ?? ''), 'date'),
      ...['name', 'company', 'url'].flatMap((name) => rule(within(childText(shop, name), 512), name)),
      ...rule(
        listed('currencies').some(({ attributes }) => attributes['id'] === 'UZS'),
        'currencies',
      ),
      ...categories.flatMap(({ attributes: { id = '', parentId } }) => [
        ...rule(/^[1-9]\d{0,17}$/.test(id), `category ${id}`),
        ...rule(parentId === undefined || ids.has(parentId), `parent of ${id}`),
      ]),
      ...repeated(lines),
      ...offers.flatMap((node) => offer(node, ids)),
    ],
  }
}
