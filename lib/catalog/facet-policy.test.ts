import { describe, expect, it } from 'vitest'
import { choiceOf, withPages } from './facet-policy'
import type { Facet } from './schema'

const facet = (code: string, ...values: [string, number][]): Facet => ({
  code,
  label: code,
  values: values.map(([value, count]) => ({ value, label: value.toUpperCase(), count, colour: null })),
})
const pages = (root: string, ...facets: Facet[]) =>
  withPages(facets, root).flatMap(({ values }) => values.flatMap(({ page }) => page ?? []))

describe('the page of a facet', () => {
  it('is given to the few that are asked for by name, where there are goods enough', () => {
    expect(pages('idish-tovoq', facet('material', ['half_silk', 9], ['glass', 2]), facet('size', ['L', 50]))).toEqual([
      'material-half-silk',
    ])
    expect(pages('elektronika', facet('brand', ['Yulduz', 17]), facet('material', ['steel', 9]))).toEqual([
      'brand-yulduz',
    ])
  })
  it('is found by its address, and only if it was given', () => {
    const facets = withPages([facet('material', ['half_silk', 9], ['glass', 2])], 'idish-tovoq')
    expect(choiceOf(facets, 'material-half-silk')).toMatchObject({ code: 'material', value: 'half_silk' })
    expect(choiceOf(facets, 'material-glass')).toBeNull()
    expect(choiceOf(facets, 'material-')).toBeNull()
  })
})
