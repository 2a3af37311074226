import { attributes } from './attributes'
import { type Node, tree } from './categories'
import type { Line } from './line'
import { craftLines } from './lines-craft'
import { homeLines } from './lines-home'
import { wearLines } from './lines-wear'
import { hashOf } from './words'

const base = Date.UTC(2025, 5, 1)

/** Same shape as `newId`, but the same on every machine: `step` keeps the order of creation. */
export const seedId = <Prefix extends string>(prefix: Prefix, step: number, key: string): `${Prefix}_${string}` => {
  const rest = ['a', 'b', 'c'].map((part) => hashOf(`${part}/${prefix}/${key}`).toString(16).padStart(8, '0')).join('')
  return `${prefix}_${(base + step).toString(16).padStart(12, '0')}${rest.slice(0, 20)}`
}

/** Ids of the seed's own products are below this one: everything made later sorts after it. */
export const lastSeedId = (prefix: string): string => `${prefix}_${(base + 10_000_000).toString(16).padStart(12, '0')}`

export const ids = {
  shop: (slug: string) => seedId('sho', 0, slug),
  category: (slug: string) => seedId('cat', 0, slug),
  product: (n: number) => seedId('prd', n, String(n)),
  variant: (n: number, position: number) => seedId('var', n, `${n}/${position}`),
  review: (n: number, position: number) => seedId('rev', n, `${n}/${position}`),
  user: (phone: string) => seedId('usr', 0, phone),
}

export type Category = {
  node: Node
  id: string
  parent: string | null
  path: string[]
  ancestors: string[]
  position: number
}

const walk = (nodes: readonly Node[], above: Category | null): Category[] =>
  nodes.flatMap((node, position) => {
    const id = ids.category(node.slug)
    const here: Category = {
      node,
      id,
      parent: above?.id ?? null,
      position,
      path: [...(above?.path ?? []), node.slug],
      ancestors: [...(above?.ancestors ?? []), id],
    }
    return [here, ...walk(node.children, here)]
  })

export const categories: readonly Category[] = walk(tree, null)
export const categoryOf = new Map(categories.map((category) => [category.node.slug, category]))

const all = [...craftLines, ...wearLines, ...homeLines]
/** A stride without a common factor spreads neighbours over the whole tree, so that «new» shows a bit of everything. */
const stride = 29
export const lines: readonly Line[] = all
  .map((_, i) => all[(i * stride) % all.length])
  .filter((line) => line !== undefined)

const options = new Map(attributes.map((attribute) => [attribute.code, attribute.options]))

/** What a value is called; a value nobody named is shown as it is. */
export const labelOf = (code: string, value: string, locale: 'uz' | 'ru' | 'en'): string =>
  options.get(code)?.[value]?.[locale] ?? value
