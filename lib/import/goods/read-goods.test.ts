import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Goods } from '@/lib/catalog/schema'
import { choicesSchema, type Format } from '../schema'
import { csvRows } from '../source/csv-rows'
import type { SourceRow } from '../source/row'
import { ymlColumns, ymlRows } from '../source/yml-rows'
import { formatOf, mappingFor } from './formats'
import { goodsKeys } from './goods-key'
import { htmlToText } from './html-to-text'
import { pictureAddresses } from './picture-addresses'
import { readGoods } from './read-goods'

async function* whole(name: string): AsyncGenerator<Uint8Array> {
  yield readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
}

type Read = { goods: Goods[]; problems: [number, string][]; rows: Map<string, SourceRow[]>; format: Format }

async function read(rows: AsyncIterable<SourceRow>, columns: readonly string[] | null, given: object): Promise<Read> {
  const groups = new Map<string, SourceRow[]>()
  const all: SourceRow[] = []
  for await (const row of rows) all.push(row)
  const present = columns ?? [...new Set(all.flatMap(({ cells }) => Object.keys(cells)))]
  const format = columns === null ? formatOf(present) : 'yml'
  const mapping = mappingFor(format, present)
  const keyOf = goodsKeys(format, mapping)
  for (const row of all) {
    const key = row.broken ? `line ${row.line}` : keyOf(row)
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const problems: [number, string][] = []
  const choices = choicesSchema.parse(given)
  const goods = [...groups].flatMap(
    ([key, own]) =>
      readGoods({ key, rows: own, format, mapping, choices }, (line, code) => problems.push([line, code])) ?? [],
  )
  return { goods, problems: problems.sort(([a], [b]) => a - b), rows: groups, format }
}

type Told = Parameters<typeof csvRows>[1]
const csv = (name: string, given: object, source: Told = { encoding: 'utf-8', separator: ',' }) =>
  read(csvRows(whole(name), source), null, given)

const shopify = await csv('shopify.csv', { currency: 'USD', rate: '12650' })

describe('Shopify’s file', () => {
  const { goods, problems, rows } = shopify
  it('gathers the rows of a handle wherever they stand', () => {
    expect(goods.map(({ key, variants }) => [key, variants.length])).toEqual([
      ['clay-pot', 2],
      ['lamp', 1],
      ['broken', 1],
      ['tea-pot', 1],
    ])
    expect(goods[0]).toMatchObject({
      title: { en: 'Clay Pot' },
      description: { en: 'Blown clay & sand\n\nFor plants' },
      about: { type: 'Outdoor', tags: 'Pot' },
      status: 'active',
    })
    expect(goods[3]?.status).toBe('draft')
  })
  it('turns dollars into tiyin and names what has no SKU', () => {
    expect(goods[0]?.variants).toMatchObject([
      { sku: 'CLAY-POT-REGULAR', options: { Size: 'Regular' }, price: 12_637_350, compareAt: null, stock: 3 },
      { sku: 'CLAY-POT-LARGE', price: 20_227_350, compareAt: 25_300_000 },
    ])
    expect(goods[1]?.variants[0]).toMatchObject({ sku: 'LAMP-1', options: {} })
  })
  it('says which line is wrong and why, and keeps the rest', () => {
    expect(problems).toEqual([
      [7, 'zero-price'],
      [7, 'no-variants'],
      [8, 'bad-price'],
      [8, 'no-variants'],
      [9, 'no-handle'],
      [13, 'unreadable-row'],
    ])
  })
  it('names every picture once', () => {
    const pictures = pictureAddresses(rows.get('clay-pot') ?? [], 'shopify', { images: 'Image Src' })
    expect(pictures.map(({ url }) => url)).toEqual([
      'https://127.0.0.1/1.jpg',
      'https://10.0.0.1/2.jpg',
      'https://intranet/3.jpg',
    ])
  })
  it('without a rate has no prices', async () => {
    const { goods: none, problems: told } = await csv('shopify.csv', { currency: 'USD' })
    expect(none).toEqual([])
    expect(told.filter(([, code]) => code === 'unknown-currency').length).toBe(7)
  })
})

const woocommerce = await csv('woocommerce.csv', { currency: 'UZS' })

describe('WooCommerce’s file', () => {
  const { goods, problems, format } = woocommerce
  it('joins variations with their parent, by number or by SKU', () => {
    expect(format).toBe('woocommerce')
    expect(goods.map(({ key, status }) => [key, status])).toEqual([
      ['HOODIE', 'active'],
      ['MUG', 'active'],
      ['DRAFT', 'draft'],
    ])
    expect(goods[0]?.title).toEqual({ en: 'Hoodie' })
    expect(goods[0]?.category).toEqual({ text: 'Clothing > Hoodies', binding: false })
    expect(goods[0]?.variants).toMatchObject([
      { sku: 'HOODIE-R', options: { Colour: 'Red' }, price: 4_200, compareAt: 4_500, stock: 7 },
      { sku: 'HOODIE-B', options: { Colour: 'Blue' }, price: 4_500, compareAt: null, stock: 1 },
    ])
    expect(goods[1]?.variants[0]).toMatchObject({ price: 1_250, stock: 12 })
  })
  it('refuses what cannot be sold here and prices that say two things', () => {
    expect(problems).toEqual([
      [4, 'stock-unknown'],
      [6, 'unsupported-type'],
      [7, 'ambiguous-price'],
      [7, 'no-variants'],
    ])
  })
})

const source = { encoding: 'windows-1251' } as const
const yandex = await read(ymlRows(whole('catalogue.xml'), source), ymlColumns, {})

describe('a Yandex catalogue', () => {
  const { goods, problems } = yandex
  it('makes one product of a group, and options of the params that differ', () => {
    expect(goods.map(({ title }) => title.ru)).toEqual(['Чайник "Самарканд"', 'Пиала Риштан P-1'])
    expect(goods[0]?.description).toEqual({ ru: 'Для чая' })
    expect(goods[0]?.variants).toMatchObject([
      { sku: 'a1', options: { Объём: '0,8 л' }, price: 15_000_000, compareAt: 18_000_000, stock: 1 },
      { sku: 'a2', options: { Объём: '1,2 л' }, price: 17_000_000, stock: 4 },
    ])
    expect(goods[1]?.variants[0]).toMatchObject({ sku: 'b1', price: 2_000_050, stock: 0 })
  })
  it('takes no price in a currency that nobody gave a rate for', async () => {
    expect(problems.map(([, code]) => code)).toEqual(['stock-unknown', 'unknown-currency', 'no-variants'])
    const given = { currency: 'RUR', rate: '155.5' }
    const again = await read(ymlRows(whole('catalogue.xml'), source), ymlColumns, given)
    expect(again.goods[2]?.variants[0]?.price).toBe(15_394_500)
  })
})

const table = await csv('own-windows-1251.csv', {}, { encoding: 'windows-1251', separator: ';' })

describe('our own table', () => {
  const { goods, problems } = table
  it('is read in Russian with commas, and insists on its categories', () => {
    expect(goods[0]).toMatchObject({
      key: 'choynak',
      title: { ru: 'Чайник «Пахта»' },
      category: { text: 'Чайники', binding: true },
      variants: [
        { sku: 'CH-1', options: { Hajmi: '0,8 l' }, price: 12_400_050, stock: 5 },
        { sku: 'CH-2', options: { Hajmi: '1,2 l' }, price: 13_100_000, stock: 2 },
      ],
    })
    expect(problems).toEqual([
      [4, 'ambiguous-price'],
      [4, 'no-variants'],
      [5, 'bad-sku'],
      [5, 'no-variants'],
    ])
  })
})

describe('markup', () => {
  it('becomes plain lines', () => {
    expect(htmlToText('<ul><li>One</li><li>Two&nbsp;&#8212; 2</li></ul><script>alert(1)</script>')).toBe(
      '• One\n• Two — 2',
    )
  })
  it('of a million brackets takes no time', () => {
    const began = process.cpuUsage().user
    htmlToText('<'.repeat(50_000))
    htmlToText('<script'.repeat(8_000))
    expect(process.cpuUsage({ user: began, system: 0 }).user).toBeLessThan(3_000_000)
  })
})
