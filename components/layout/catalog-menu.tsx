import { categoryHref, menuHtml } from '@/components/layout/still-links'
import { Icon } from '@/components/ui/icon'
import { StillNav } from '@/components/ui/still'
import type { CategoryNode } from '@/lib/catalog/schema'

export { categoryHref }

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
      <StillNav name="menu" className="menu-sheet" label={label} html={menuHtml(locale, categories)} />
    </details>
  )
}
