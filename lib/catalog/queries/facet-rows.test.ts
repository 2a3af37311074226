import { describe, expect, it } from 'vitest'
import type { Attributes } from './attributes'
import { type FacetRow, facetsOf } from './facet-rows'

const attributes: Attributes = {
  codes: ['colour', 'power', 'size'],
  ranged: new Set(['power']),
  unit: (code) => (code === 'power' ? 'Vt' : null),
  label: (code) => code,
  value: (_, value) => `«${value}»`,
  said: String,
  colour: () => null,
  position: () => 0,
}

const row = (value: string, count: number): FacetRow => ({ kind: 'attribute', value, count, low: null, high: null })
const of = (rows: FacetRow[], chosen: Record<string, string[]> = {}) =>
  facetsOf(rows, attributes, 'uz', new Set(), Object.entries(chosen))

describe('the filters of a list', () => {
  it('stand by how many goods have a value', () =>
    expect(of([row('colour=red', 2), row('colour=blue', 5)])[0]?.values.map(({ value }) => value)).toEqual([
      'blue',
      'red',
    ]))

  it('keep what is chosen and what nobody has, so that it is sent again and can be taken back', () => {
    expect(of([row('colour=blue', 5)], { colour: ['red'] })[0]?.values).toMatchObject([
      { value: 'blue', count: 5 },
      { value: 'red', label: '«red»', count: 0 },
    ])
    expect(of([], { colour: ['red'] })).toMatchObject([{ code: 'colour', values: [{ value: 'red', count: 0 }] }])
    expect(of([], { power: ['900..'] })).toEqual([
      { code: 'power', label: 'power', values: [], range: { min: 900, max: 900, unit: 'Vt' } },
    ])
    expect(of([], { nobody: ['red'] })).toEqual([])
  })

  it('count what is chosen among more values than are shown', () => {
    const rows = Array.from({ length: 60 }, (_, at) => row(`colour=c${at}`, 100 - at))
    const values = of(rows, { colour: ['c55'] })[0]?.values ?? []
    expect(values).toHaveLength(41)
    expect(values.at(-1)).toMatchObject({ value: 'c55', count: 45 })
  })
})
