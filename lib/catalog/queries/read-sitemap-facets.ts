import { type Locale, locales } from '@/lib/i18n'
import { searching } from '@/lib/search'
import { withPages } from '../facet-policy'
import type { CategoryNode, SitemapPage } from '../schema'
import { knownAttributes } from './attributes'
import { facetsOf } from './facet-rows'
import { readPlaceFacets } from './facets'
import { readCategoryTree } from './read-category-tree'
import { inAll } from './read-sitemap'

const MOST = 45_000

const flat = (nodes: readonly CategoryNode[]): CategoryNode[] => nodes.flatMap((node) => [node, ...flat(node.children)])

/** Where a category's page has links to pages of single values: by the same counts, so that none is listed in vain. */
async function readPaths(locale: Locale): Promise<string[]> {
  const [tree, attributes] = await Promise.all([readCategoryTree(locale), knownAttributes()])
  const found: string[] = []
  for (const { id, path, count, children } of flat(tree)) {
    if (count === 0) continue
    const place = { category: { id, leaf: children.length === 0 }, shop: null, atMost: count }
    const [rows] = await readPlaceFacets(place, locale, searching)
    for (const { values } of withPages(facetsOf(rows, attributes, locale), path[0] ?? ''))
      for (const { page } of values) if (page !== undefined) found.push(`/c/${path.join('/')}/f/${page}`)
  }
  return found
}

/** Pages of single values of facets, each in the languages that it has enough goods in. */
export async function readSitemapFacets(): Promise<SitemapPage[]> {
  const known = new Map<string, Locale[]>()
  for (const locale of locales)
    for (const path of await readPaths(locale)) known.set(path, [...(known.get(path) ?? []), locale])
  return [...known].slice(0, MOST).map(([path, own]) => ({ ...inAll(path), locales: own }))
}
