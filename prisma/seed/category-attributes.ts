import type { Cell } from './copy-rows'
import { categories, ids, lines } from './market/catalogue'
import { productAt } from './market/product'

/** The brand has a field of its own; colours and sizes are what variants differ in. */
const elsewhere = new Set(['brand', 'colour', 'size', 'shoe_size'])

/** What goods of each category say, in the order in which they say it. */
function saidBelow(): Map<string, Set<string>> {
  const said = new Map<string, Set<string>>()
  for (const n of lines.keys()) {
    const { line, attributes } = productAt(n)
    const codes = said.get(line.category) ?? new Set()
    for (const code of Object.keys(attributes)) if (!elsewhere.has(code)) codes.add(code)
    said.set(line.category, codes)
  }
  return said
}

/** What all goods below a department have is attached to it and inherited; the rest stands where it is said. */
export function categoryAttributeRows(): Cell[][] {
  const said = saidBelow()
  const roots = categories.filter(({ parent }) => parent === null)
  return roots.flatMap((root) => {
    const below = categories.filter(({ path, node }) => path[0] === root.node.slug && said.has(node.slug))
    const [first = new Set<string>(), ...others] = below.map(({ node }) => said.get(node.slug) ?? new Set<string>())
    const shared = [...first].filter((code) => others.every((codes) => codes.has(code)))
    const own = below.flatMap(({ node, id }) =>
      [...(said.get(node.slug) ?? [])].filter((code) => !shared.includes(code)).map((code): Cell[] => [id, code]),
    )
    return [...shared.map((code): Cell[] => [ids.category(root.node.slug), code]), ...own]
  })
}
