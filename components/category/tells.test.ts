import { describe, expect, it } from 'vitest'
import type { Facet } from '@/lib/catalog/schema'
import { tells } from './tells'

const value = (count: number, page?: string) => ({ value: 'x', label: 'X', count, colour: null, ...(page && { page }) })
const facet = (...values: Facet['values']): Facet => ({ code: 'material', label: 'Material', values })

describe('a filter is shown', () => {
  it('where it parts the goods', () => {
    expect(tells(facet(value(9), value(2)), [], 9)).toBe(true)
    expect(tells(facet(value(8)), [], 9)).toBe(true)
    expect(tells(facet(value(9)), [], 9)).toBe(false)
  })

  it('where it is chosen, has a page of its own, or was not counted whole', () => {
    expect(tells(facet(value(9)), ['x'], 9)).toBe(true)
    expect(tells(facet(value(9, 'material-x')), [], 9)).toBe(true)
    expect(tells(facet(value(300)), [], null)).toBe(true)
    expect(tells({ ...facet(value(9)), sampled: true }, [], 9)).toBe(true)
  })

  it('of numbers where there are several', () => {
    const range = { min: 5, max: 5, unit: 'Vt' }
    expect(tells({ ...facet(value(9)), range }, [], 9)).toBe(false)
    expect(tells({ ...facet(value(4)), range }, [], 9)).toBe(true)
    expect(tells({ ...facet(), range }, ['5..5'], 0)).toBe(true)
  })
})
