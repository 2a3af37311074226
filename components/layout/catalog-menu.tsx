import { Icon } from '@/components/ui/icon'
import type { CategoryNode } from '@/lib/catalog/schema'

export const categoryHref = (locale: string, path: readonly string[]) => `/${locale}/c/${path.join('/')}`

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
        <ul className="wrap menu-cols">
          {categories.map((root) => (
            <li key={root.id}>
              <a className="strong" href={categoryHref(locale, root.path)}>
                {root.name}
              </a>
              <ul>
                {root.children.map((child) => (
                  <li key={child.id}>
                    <a href={categoryHref(locale, child.path)}>{child.name}</a>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  )
}
