import type { CategoryNode } from '@/lib/catalog/schema'

export type CategoryChoice = { slug: string; name: string }

/** The tree as the options of a select: what is below stands further in. */
export const categoryChoices = (nodes: readonly CategoryNode[], depth = 0): CategoryChoice[] =>
  nodes.flatMap(({ slug, name, children }) => [
    { slug, name: `${'\u00a0\u00a0'.repeat(depth)}${name}` },
    ...categoryChoices(children, depth + 1),
  ])
