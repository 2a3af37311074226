import { expect, it } from 'vitest'
import type { ProductCard } from '@/lib/catalog/schema'
import { money } from '@/lib/kernel/money'
import { faceOf } from './card-words'

const card: ProductCard = {
  id: 'prd_1',
  slug: 'choynak',
  title: 'Choynak',
  price: money(100, 'UZS'),
  compareAt: money(200, 'UZS'),
  discount: 50,
  rating: 0,
  ratingCount: 0,
  inStock: true,
  shop: { id: 'sho_1', slug: 'rishton', name: 'Rishton', handlingDays: 1 },
  image: null,
  variantId: null,
}

it('a card that shows a variant says what the page of that variant will say', () => {
  const variant = { id: 'var_1', sku: 'CH-2', price: money(150, 'UZS'), compareAt: null, discount: 0, inStock: false }
  expect(faceOf({ ...card, variant })).toMatchObject({
    sku: 'CH-2',
    price: { amount: 150 },
    compareAt: null,
    discount: 0,
    inStock: false,
  })
  expect(faceOf(card)).toMatchObject({ price: { amount: 100 }, discount: 50, inStock: true })
  expect(faceOf(card)).not.toHaveProperty('sku')
})
