import type { CategoryCount, CategoryNode } from '@/lib/catalog/schema'
import { formatNumber } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { searchText } from '@/lib/i18n/messages/search'
import { type Search, searchHref } from './search-address'
import type { Branch } from './search-answer'

const find = (tree: readonly CategoryNode[], slug: string): CategoryNode | null =>
  tree.reduce<CategoryNode | null>(
    (found, node) => found ?? (node.slug === slug ? node : find(node.children, slug)),
    null,
  )

/** Branches of the category searched in, or of the whole tree, with what the search finds in each. */
export function branchesWith(
  tree: readonly CategoryNode[],
  inside: string | null,
  counts: readonly CategoryCount[],
): Branch[] {
  const byId = new Map(counts.map(({ id, count }) => [id, count]))
  const level = inside === null ? tree : (find(tree, inside)?.children ?? [])
  const filled = (nodes: readonly CategoryNode[]) =>
    nodes.flatMap((node) => {
      const count = byId.get(node.id) ?? 0
      return count === 0 ? [] : [{ node, count }]
    })
  let branches = filled(level)
  // A search inside one branch says nothing by naming it: what is below tells more.
  while (inside === null && branches.length === 1) {
    const below = filled(branches[0]?.node.children ?? [])
    if (below.length === 0) break
    branches = below
  }
  const chosen = branches.length < 2 ? [] : branches.sort((a, b) => b.count - a.count)
  return chosen.map(({ node: { slug, name }, count }) => ({ slug, name, count }))
}

export function SearchCategories({
  search,
  branches,
  exact,
  locale,
}: {
  search: Search
  branches: readonly Branch[]
  exact: boolean
  locale: Locale
}) {
  if (branches.length === 0) return null
  return (
    <nav className="scroll" aria-label={searchText[locale].byCategory}>
      {branches.map(({ slug, name, count }) => (
        <a key={slug} className="chip" href={searchHref(locale, search, { category: slug })} rel="nofollow">
          {name}
          {exact ? <span className="muted num">{formatNumber(count)}</span> : null}
        </a>
      ))}
    </nav>
  )
}
