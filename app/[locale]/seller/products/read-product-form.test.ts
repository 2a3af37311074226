import { describe, expect, it } from 'vitest'
import type { SellerProduct } from '@/lib/catalog/schema'
import { money } from '@/lib/kernel/money'
import { rowsOf, stateOf, valuesOf, variantsOf } from './read-product-form'

type Variant = SellerProduct['variants'][number]

const variant = (change: Partial<Variant> = {}): Variant => ({
  id: 'var_1',
  sku: 'A-1',
  options: {},
  price: money(15_000_000, 'UZS'),
  compareAtPrice: null,
  stock: 5,
  reserved: 0,
  inForce: null,
  minOrder: 1,
  multiple: 1,
  tiers: [],
  bundle: null,
  ikpu: null,
  gtin: null,
  ...change,
})

const product = (...variants: Variant[]): SellerProduct => ({
  id: 'prd_1',
  slug: 'a',
  slugs: {},
  title: { uz: 'A' },
  description: {},
  category: 'choynak',
  attributes: {},
  brand: null,
  origin: null,
  video: null,
  images: [],
  status: 'active',
  price: money(15_000_000, 'UZS'),
  variants,
  reviewNote: null,
  updatedAt: '2026-11-22T00:00:00Z',
})

/** What the form of `shown` posts after somebody has typed, read when the product has become `now`. */
function sent(shown: SellerProduct, now: SellerProduct, typed: Record<string, string> = {}) {
  const state = stateOf(shown, [], shown.category)
  const form = new FormData()
  for (const [name, values] of Object.entries(state.values)) for (const value of values) form.append(name, value)
  form.set('rows', String(state.rows))
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  return variantsOf({ ...state, values: valuesOf(form), rows: rowsOf(form) }, now).map((row) => row.variant)
}

describe('the form of a product', () => {
  it('undoes nothing that happened while somebody wrote in it', () => {
    const sold = product(variant({ stock: 3, price: money(12_000_000, 'UZS') }))
    const [said] = sent(product(variant()), sold)
    expect(said).not.toHaveProperty('stock')
    expect(said).not.toHaveProperty('price')
  })
  it('says what was typed, even where it is what there is by now', () => {
    expect(
      sent(product(variant()), product(variant({ stock: 3 })), { 'v0-stock': '3', 'v0-price': '90' })[0],
    ).toMatchObject({ stock: 3, price: { amount: '9000' } })
  })
  it('says no stock of a bundle', () => {
    const set = product(variant({ bundle: [{ sku: 'B-1', quantity: 2 }] }))
    expect(sent(set, set, { 'v0-stock': '40' })[0]).not.toHaveProperty('stock')
  })
  it('keeps every option of goods that came with a file', () => {
    const options = { colour: 'cobalt', size: 'S', lid: 'yes', box: 'no', handle: 'left' }
    const many = product(
      variant({ options }),
      variant({ id: 'var_2', sku: 'A-2', options: { ...options, box: 'yes' } }),
    )
    expect(sent(many, many).map((one) => one.options)).toEqual([options, { ...options, box: 'yes' }])
  })
})
