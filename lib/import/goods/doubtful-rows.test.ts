import { describe, expect, it } from 'vitest'
import type { Goods } from '@/lib/catalog/schema'
import { choicesSchema, type Format } from '../schema'
import { toRow } from '../source/row'
import { mappingFor } from './formats'
import { goodsKeys } from './goods-key'
import { readGoods } from './read-goods'

type Told = [line: number, code: string, value: string]

/** Rows under a header, as every source gives them. */
function take(format: Format, columns: string[], lines: string[][], given: object = { currency: 'UZS' }) {
  const mapping = mappingFor(format, columns)
  const keyOf = goodsKeys(format, mapping)
  const groups = new Map<string, NonNullable<ReturnType<typeof toRow>>[]>()
  for (const [at, values] of lines.entries()) {
    const row = toRow(at + 2, columns, values)
    if (row) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  }
  const told: Told[] = []
  const choices = choicesSchema.parse(given)
  const goods: Goods[] = [...groups].flatMap(
    ([key, rows]) =>
      readGoods({ key, rows, format, mapping, choices }, (line, code, value = '') => told.push([line, code, value])) ??
      [],
  )
  return { goods, told }
}

describe('a row without a SKU', () => {
  const columns = ['title', 'price']
  const skus = (lines: string[][]) => take('own', columns, lines).goods.map(({ variants }) => variants[0]?.sku)
  it('is known by its title, wherever it stands next time', () => {
    expect(
      skus([
        ['Piyola «Oq»', '100'],
        ['Lagan', '200'],
      ]),
    ).toEqual(['PIYOLA-OQ', 'LAGAN'])
    expect(skus([['Lagan', '200']])).toEqual(['LAGAN'])
  })
  it('is not taken for another with the same long beginning', () => {
    const long = 'Chinni choynak qoʻlda boʻyalgan Rishton ustaxonasi, katta va chiroyli, rangi '
    const [first, second] = skus([
      [`${long}oq`, '1'],
      [`${long}koʻk`, '1'],
    ])
    expect(first).not.toBe(second)
    expect([first?.length, second?.length]).toEqual([64, 64])
  })
  it('has its address from its title, too: codes are no addresses', () => {
    const coded = take('own', ['sku', ...columns], [['4780001', 'Lagan', '5']]).goods[0]
    expect(coded).toMatchObject({ key: '4780001', address: null })
    expect(take('own', ['product', 'sku', ...columns], [['lagan-katta', 'L-1', 'Lagan', '5']]).goods[0]?.address).toBe(
      'lagan-katta',
    )
  })
})

describe('what a sheet has spoilt', () => {
  it('is no SKU: several codes look the same when they are rounded', () => {
    const { goods, told } = take(
      'own',
      ['sku', 'title', 'price'],
      [
        ['4.78E+12', 'Lagan', '5'],
        ['4,78e+12', 'Kosa', '5'],
      ],
    )
    expect(goods).toEqual([])
    expect(told.filter(([, code]) => code === 'bad-sku').length).toBe(2)
  })
})

describe('an old price', () => {
  it('is read as the price is, with a comma too', () => {
    const columns = ['ID', 'Type', 'SKU', 'Name', 'Regular price', 'Sale price']
    const { goods } = take('woocommerce', columns, [['1', 'simple', 'W-1', 'Mug', '2500,50', '2000,00']])
    expect(goods[0]?.variants[0]).toMatchObject({ price: 200_000, compareAt: 250_050 })
  })
  it('that cannot be read is told', () => {
    const columns = ['sku', 'title', 'price', 'compare_at_price']
    const { goods, told } = take('own', columns, [
      ['A-1', 'Mug', '100', '120.000'],
      ['A-2', 'Mug', '100', 'yoʻq'],
    ])
    expect(goods.map(({ variants }) => variants[0]?.compareAt)).toEqual([null, null])
    expect(told).toEqual([
      [2, 'bad-compare-at', '120.000'],
      [3, 'bad-compare-at', 'yoʻq'],
    ])
  })
})

describe('a text', () => {
  it('of our own table is plain, unless it was written for a browser', () => {
    const columns = ['sku', 'title', 'price', 'description']
    const [plain, markup] = take('own', columns, [
      ['A', 'Bir', '1', 'Eni < 5 va > 3 &amp; <katta>'],
      ['B', 'Ikki', '1', '<p>Bir</p><p>Ikki &amp; uch</p>'],
    ]).goods
    expect(Object.values(plain?.description ?? {})).toEqual(['Eni < 5 va > 3 &amp; <katta>'])
    expect(Object.values(markup?.description ?? {})).toEqual(['Bir\nIkki & uch'])
  })
})
