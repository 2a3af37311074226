import { expect, it } from 'vitest'
import { pageHref } from './page-address'

it('names its page from the second on', () => {
  expect(pageHref('uz', 'c/dishes', 1)).toBe('/uz/c/dishes')
  expect(pageHref('uz', 'shop/chorsu', 2)).toBe('/uz/shop/chorsu/p/2')
})
