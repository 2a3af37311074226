import { slugify } from '@/lib/search'
import type { Facet, FacetChoice } from './schema'

/**
 * Facets that people ask an engine for by name («sopol lagan», «смартфон Yulduz»), by the first category of the branch.
 * Their values have pages of their own, /c/{category}/f/{code}-{value}, linked and indexed; all else is a state of a form.
 */
const byRoot: Readonly<Record<string, readonly string[]>> = {
  elektronika: ['brand', 'connection'],
  kitoblar: ['book_language', 'cover'],
  kanselyariya: ['ruling', 'cover'],
  'oziq-ovqat': ['origin'],
  bolalar: ['material', 'age'],
}
const usual = ['brand', 'material', 'technique', 'origin']

/** A page of fewer goods says nothing that its category does not. */
const LEAST = 3

const segmentOf = (code: string, value: string) => `${slugify(code)}-${slugify(value)}`

/** Names the page of every value that has one. */
export function withPages(facets: readonly Facet[], root: string): Facet[] {
  const codes = byRoot[root] ?? usual
  return facets.map((facet) =>
    codes.includes(facet.code)
      ? {
          ...facet,
          values: facet.values.map((value) =>
            value.count < LEAST ? value : { ...value, page: segmentOf(facet.code, value.value) },
          ),
        }
      : facet,
  )
}

/** What the last segment of such an address means; null: no goods are behind it. */
export function choiceOf(facets: readonly Facet[], segment: string): FacetChoice | null {
  for (const { code, label, values } of facets) {
    const found = values.find(({ page }) => page === segment)
    if (found !== undefined) return { code, label, value: found.value, name: found.label, segment }
  }
  return null
}
