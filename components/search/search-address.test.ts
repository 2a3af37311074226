import { describe, expect, it } from 'vitest'
import { countFilters, isPressed, queryOf, readSearch, searchHref, toFilter } from './search-address'

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
  })
  it('obeys the buttons of its form: what one takes away and the order that was pressed last', () => {
    const query = queryOf(
      new URLSearchParams('attr.a=1&attr.a=2&attr.b=3&priceMin=5&sort=new&sort=price&drop=attr.a:2&drop=priceMin'),
    )
    expect(isPressed(query)).toBe(true)
    const search = readSearch(query)
    expect(searchHref('uz', search)).toBe('/uz/search?attr.a=1&attr.b=3&sort=price')
    expect(countFilters(search)).toBe(2)
    expect(searchHref('uz', readSearch({ q: 'x', shop: 's', 'attr.a': '1', drop: 'all' }))).toBe('/uz/search?q=x')
    expect(searchHref('uz', readSearch({ 'attr.a': '1', drop: 'attr.a:1' }))).toBe('/uz/search')
  })
  it('reads prices the wrong way round, with any spaces, and the order that every search has', () => {
    expect(readSearch({ priceMin: '500\u202f000', priceMax: '100 000 soʻm' })).toEqual(
      readSearch({ priceMin: '100000', priceMax: '500000' }),
    )
    expect(searchHref('uz', readSearch({ q: 'x', sort: ['price', 'relevance'] }))).toBe('/uz/search?q=x')
  })
  it.each([
    ['attr.power.from=1 000&attr.power.to=2000 W', 'attr.power=1000..2000'],
    ['attr.power.from=2000&attr.power.to=1000', 'attr.power=1000..2000'],
    ['attr.power.from=&attr.power.to=0,7', 'attr.power=..0.7'],
    ['attr.power.from=abc&attr.power.to=', ''],
    ['attr.power=2000..1000', 'attr.power=1000..2000'],
    ['attr.power=5&attr.power.from=10', 'attr.power=5,10..'],
    ['attr.power.from=10&drop=attr.power:10..', ''],
  ])('given %s, then a range of numbers is written %j', (typed, short) => {
    const href = searchHref('uz', readSearch(queryOf(new URLSearchParams(typed))))
    expect(decodeURIComponent(href.split('?')[1] ?? '').replaceAll('%2C', ',')).toBe(short)
  })
  it('takes nonsense as nothing', () => {
    expect(readSearch({ sort: 'drop', category: '../x', priceMin: 'abc', cursor: [] })).toEqual(readSearch({}))
    expect(searchHref('en', readSearch({}))).toBe('/en/search')
  })
})
