import { expect, it } from 'vitest'
import type { MeasuredEvent, MeasuredItem } from './events'
import { narrowEvent } from './narrow-event'

const item = (sku: string, shop: string): MeasuredItem => ({ sku, title: sku, price: 10, quantity: 2, shop })
const cup = item('CUP', 'potter')
const book = item('BOOK', 'books')

const purchase: MeasuredEvent = {
  name: 'purchase',
  id: 'purchase:ord_1',
  orderId: 'ord_1',
  value: 55,
  delivery: 15,
  items: [cup, book],
  parts: { potter: { value: 25, delivery: 5 }, books: { value: 30, delivery: 10 } },
}

it('a shop learns of its own goods alone, and of its own part of what was paid', () => {
  expect(narrowEvent({ name: 'view_item', items: [cup] }, 'potter')).toEqual({ name: 'view_item', items: [cup] })
  expect(narrowEvent({ name: 'add_to_cart', items: [book] }, 'potter')).toBeNull()
  const own = narrowEvent(purchase, 'potter')
  expect(own).toEqual({
    name: 'purchase',
    id: 'purchase:ord_1',
    orderId: 'ord_1',
    value: 25,
    delivery: 5,
    items: [cup],
  })
  expect(JSON.stringify(own)).not.toContain('BOOK')
})

it('what is not about its goods, it does not learn', () => {
  expect(narrowEvent({ name: 'search', term: 'potter' }, 'potter')).toBeNull()
  expect(narrowEvent({ name: 'view_cart', items: [cup] }, 'potter')).toBeNull()
  expect(narrowEvent({ name: 'begin_checkout', items: [cup] }, 'potter')).toBeNull()
  const { parts: _, ...whole } = purchase
  expect(narrowEvent(whole, 'potter'), 'the whole sum is not its own').toBeNull()
})
