import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { must } from '@/lib/kernel/result'
import { htmlToText, readLines, toTiyin } from './shopify-csv'
import { derivedSku, readGoods } from './shopify-goods'

const header =
  'Handle,Title,Body (HTML),Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Variant Compare At Price,Image Src'

const csv = [
  header,
  'clay-pot,Clay Pot,"<p>Blown clay &amp; sand</p>\n<p>For plants</p>",Outdoor,Pot,true,Size,Regular,,3,9.99,,https://x/1.jpg',
  'clay-pot,,,,,,,Large,,2,15.99,20,https://x/2.jpg',
  'clay-pot,,,,,,,,,,,,https://x/3.jpg',
  'lamp,Copper Light,,Indoor,,true,Title,Default Title,LAMP-1,4,59.99,,',
  'free,Free thing,,,,true,Title,Default Title,,1,0,,',
  'odd,Odd price,,,,true,Title,Default Title,,1,12.x,,',
  ',Nobody,,,,true,Title,Default Title,,1,5,,',
].join('\r\n')

describe('Shopify’s file', () => {
  const { goods, errors } = readGoods(must(readLines(`\ufeff${csv}`)), '12650')

  it('gathers the rows of a handle into one product', () => {
    expect(goods.map((one) => [one.handle, one.variants.length])).toEqual([
      ['clay-pot', 2],
      ['lamp', 1],
    ])
    expect(goods[0]).toMatchObject({
      title: 'Clay Pot',
      locale: 'en',
      status: 'active',
      description: 'Blown clay & sand\n\nFor plants',
    })
  })
  it('names what has no SKU the same way every time', () => {
    expect(goods[0]?.variants[0]).toMatchObject({ sku: 'CLAY-POT-REGULAR', options: { Size: 'Regular' }, stock: 3 })
    expect(goods[1]?.variants[0]).toMatchObject({ sku: 'LAMP-1', options: {} })
    expect(derivedSku('white-pot', {})).toBe('WHITE-POT')
  })
  it('turns dollars into tiyin exactly', () => {
    expect(goods[0]?.variants.map(({ price, compareAt }) => [price, compareAt])).toEqual([
      [12_637_350, null],
      [20_227_350, 25_300_000],
    ])
  })
  it('says which line is wrong and why, and keeps the rest', () => {
    expect(errors.map(({ line, code }) => [line, code])).toEqual([
      [7, 'zero-price'],
      [7, 'no-variants'],
      [8, 'bad-price'],
      [8, 'no-variants'],
      [9, 'no-handle'],
    ])
  })
  it('is told from any other file', () => {
    expect(readLines('name,price\nx,1')).toMatchObject({ ok: false, code: 'missing-columns' })
    expect(readLines(`${header}\n"open`)).toMatchObject({ ok: false, code: 'unreadable-file' })
  })
})

describe('a price at a rate', () => {
  it('is exact where floating point is not', () => {
    expect(toTiyin('0.07', '100')).toBe(700)
    expect(toTiyin('1.005', '1')).toBe(101)
    expect(toTiyin('19.99', '12650.55')).toBe(25_288_449)
    expect(toTiyin('-1', '1')).toBeNull()
    expect(toTiyin('1e3', '1')).toBeNull()
  })
  it('equals cents times a whole rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 1, max: 99_999 }), (cents, rate) => {
        const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
        return toTiyin(text, String(rate)) === cents * rate
      }),
    )
  })
})

describe('markup', () => {
  it('becomes plain lines', () => {
    expect(htmlToText('<ul><li>One</li><li>Two&nbsp;&#8212; 2</li></ul><script>alert(1)</script>')).toBe(
      '• One\n• Two — 2',
    )
  })
})
