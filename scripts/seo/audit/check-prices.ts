import { readGoogle, readMeta, readYandex } from '../feed-rules'
import type { TaggedPrice } from '../json-ld-rules'
import type { Page } from '../page'
import type { Breaches } from './breaches'
import type { Client } from './client'

type Wire = { amount: string; currency: string }
type Product = { price: Wire; variants: { sku: string; price: Wire; inStock: boolean }[] }

/** Minor units: «150000.00» and «150000» are the same. */
const minor = (price: string) => {
  const [whole = '0', part = ''] = price.split('.')
  return Number(whole) * 100 + Number(part.padEnd(2, '0').slice(0, 2))
}

const plainDigits = (text: string) => text.replace(/[\s\u00a0\u202f]/g, '')

type Feeds = Map<string, Map<string, number>>

/** The first file of each format in the main language, by SKU. */
export async function readFeeds(client: Client, breaches: Breaches): Promise<Feeds> {
  const feeds: Feeds = new Map()
  const formats = { 'google.xml': readGoogle, 'meta.csv': readMeta, 'yandex.yml': readYandex }
  for (const [name, parse] of Object.entries(formats)) {
    const { status, body } = await client.get(`/feeds/${name}`)
    if (status !== 200) breaches.add('feed cannot be read', `/feeds/${name}`, String(status))
    try {
      const { lines, breaches: wrong } = parse(body)
      for (const detail of wrong.slice(0, 50)) breaches.add('feed', `/feeds/${name}`, detail)
      feeds.set(name, new Map(lines.map(({ id, price }) => [id, minor(price)])))
    } catch (error) {
      breaches.add('feed', `/feeds/${name}`, String(error).slice(0, 200))
    }
  }
  return feeds
}

function compare(page: Page, tagged: readonly TaggedPrice[], product: Product, feeds: Feeds, breaches: Breaches) {
  const rest = new Map(product.variants.map(({ sku, price }) => [sku, Number(price.amount)]))
  for (const { sku, price } of tagged) {
    const told = minor(price)
    if (rest.get(sku) !== told) breaches.add('price differs', page.url, `${sku}: markup ${told}, REST ${rest.get(sku)}`)
    for (const [name, lines] of feeds)
      if (lines.has(sku) && lines.get(sku) !== told)
        breaches.add('price differs', page.url, `${sku}: markup ${told}, ${name} ${lines.get(sku)}`)
  }
  const first = tagged[0]
  const shown = first ? String(Math.floor(minor(first.price) / 100)) : ''
  if (!plainDigits(page.words).includes(shown)) breaches.add('price differs', page.url, `${shown} is not on the page`)
  if (!plainDigits(page.title).includes(shown)) breaches.add('price differs', page.url, `${shown} is not in the title`)
  if (tagged.length < product.variants.length) breaches.add('price differs', page.url, 'variants without an offer')
}

/** Where the product is found in the language that it is sure to be written in, whichever this page has. */
function restPath({ url, languages }: Page): string | null {
  const main = new URL(languages['x-default'] ?? url, url)
  const [, locale, slug] = /^\/([a-z]{2})\/p\/([^/]+)$/.exec(main.pathname) ?? []
  return slug === undefined ? null : `/api/v1/products/${slug}?locale=${locale}`
}

/**
 * One price in the page, its title and markup, REST and feeds. A product is asked for once, for its pages in all
 * languages: the API serves ten calls a second, and is not to be what an audit waits for.
 */
export function openPrices(client: Client, feeds: Feeds, breaches: Breaches) {
  const products = new Map<string, Promise<Product | number>>()
  const ask = async (path: string): Promise<Product | number> => {
    const { status, body } = await client.get(path)
    return status === 200 ? (JSON.parse(body) as Product) : status
  }
  return async (page: Page, tagged: readonly TaggedPrice[]) => {
    const path = /^\/[a-z]{2}\/p\//.test(new URL(page.url).pathname) && page.status === 200 ? restPath(page) : null
    if (path === null) return
    const asked = products.get(path) ?? ask(path)
    products.set(path, asked)
    const product = await asked
    if (typeof product === 'number') breaches.add('not in REST', page.url, String(product))
    else compare(page, tagged, product, feeds, breaches)
  }
}
