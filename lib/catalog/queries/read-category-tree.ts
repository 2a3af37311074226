import { pick } from '@/lib/format'
import type { Locale, Texts } from '@/lib/i18n'
import { prepared, sql } from '@/lib/kernel/db'
import type { CategoryNode, Crumb } from '../schema'

type Row = {
  id: string
  parent_id: string | null
  slug: string
  name: Texts
  path: string[]
  image: string | null
  count: number
}

const nodes = prepared(`
  select c.id, c.parent_id, c.slug, c.name, c.path, c.image, coalesce(n.count, 0) as count
    from category c
    left join (select subject, sum(n)::bigint as count from product_tally where locale = $1 group by 1) n
      on n.subject = c.id
   order by c.position, c.slug`)

/** The whole tree with the number of goods on sale in and below each node that are written in the language. */
export async function readCategoryTree(locale: Locale): Promise<CategoryNode[]> {
  const { rows } = await sql.query<Row>(nodes, [locale])
  const below = (parent: string | null): CategoryNode[] =>
    rows
      .filter((row) => row.parent_id === parent)
      .map((row) => {
        const children = below(row.id)
        const count = children.reduce((total, child) => total + child.count, Number(row.count))
        return {
          id: row.id,
          slug: row.slug,
          path: row.path,
          name: pick(row.name, locale),
          image: row.image,
          count,
          children,
        }
      })
  return below(null)
}

/** From the root down to the category of that slug; empty when there is none. */
export function branchOf(tree: readonly CategoryNode[], slug: string): CategoryNode[] {
  for (const node of tree) {
    if (node.slug === slug) return [node]
    const rest = branchOf(node.children, slug)
    if (rest.length > 0) return [node, ...rest]
  }
  return []
}

export const toCrumb = ({ name, slug, path }: CategoryNode): Crumb => ({ name, slug, path })
