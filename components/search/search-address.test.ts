import { describe, expect, it } from 'vitest'
import { readSearch, searchHref, toFilter, without } from './search-address'

describe('the address of a search', () => {
  it('reads what a form and what a link sends alike', () => {
    const form = readSearch({ q: ' choynak ', 'attr.colour': ['cobalt', 'red'], priceMin: '60 000', priceMax: '' })
    const link = readSearch({ q: 'choynak', 'attr.colour': 'cobalt,red', priceMin: '60000' })
    expect(form).toEqual(link)
    expect(toFilter(form)).toMatchObject({
      q: 'choynak',
      priceMin: 6_000_000,
      attributes: { colour: ['cobalt', 'red'] },
    })
  })
  it('is written the same way whatever came first, and starts anew when something changes', () => {
    const search = readSearch({ sort: 'price', cursor: 'abc', 'attr.b': '2', 'attr.a': '1', q: 'x' })
    expect(searchHref('uz', search)).toBe('/uz/search?q=x&attr.a=1&attr.b=2&sort=price')
    expect(searchHref('ru', search, { chosen: without(search, 'a', '1') })).toBe('/ru/search?q=x&attr.b=2&sort=price')
  })
  it('takes nonsense as nothing', () => {
    expect(readSearch({ sort: 'drop', category: '../x', priceMin: 'abc', cursor: [] })).toEqual(readSearch({}))
    expect(searchHref('en', readSearch({}))).toBe('/en/search')
  })
})
