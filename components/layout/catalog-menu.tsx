import { MenuLists, type MenuRoot } from '@/components/layout/menu-lists'
import { Icon } from '@/components/ui/icon'
import type { CategoryNode } from '@/lib/catalog/schema'

export const categoryHref = (locale: string, path: readonly string[]) => `/${locale}/c/${path.join('/')}`

const toRoot = ({ slug, name, children }: CategoryNode): MenuRoot => [
  slug,
  name,
  children.map((child) => [child.slug, child.name]),
]

/** Opens without script: a disclosure, columns of the tree inside. */
export function CatalogMenu({
  locale,
  label,
  categories,
}: {
  locale: string
  label: string
  categories: readonly CategoryNode[]
}) {
  return (
    <details className="menu" name="menu">
      <summary className="btn solid">
        <Icon name="catalog" />
        <span className="menu-word">{label}</span>
      </summary>
      <nav className="menu-sheet" aria-label={label}>
        <MenuLists base={`/${locale}/c`} roots={categories.map(toRoot)} />
      </nav>
    </details>
  )
}
