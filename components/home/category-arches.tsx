import { categoryHref } from '@/components/layout/catalog-menu'
import { Icon } from '@/components/ui/icon'
import type { CategoryNode } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'

const tints = ['sky', 'coral', 'honey', 'firuza', 'iris', 'rose', 'sage', 'apricot'] as const

const tint = (index: number) => {
  const name = tints[index % tints.length] ?? 'sky'
  return { ['--t1' as string]: `var(--${name}-1)`, ['--t2' as string]: `var(--${name}-2)` }
}

export function CategoryArches({ categories, locale }: { categories: readonly CategoryNode[]; locale: Locale }) {
  return (
    <section className="sec wrap" id="categories">
      <h2 className="sr">{catalogText[locale].categories}</h2>
      <nav className="arches" aria-label={catalogText[locale].categories}>
        {categories.slice(0, 8).map((category, index) => (
          <a key={category.id} href={categoryHref(locale, category.path)}>
            <span className="arch" style={tint(index)}>
              {category.image === null ? (
                <Icon name="shop" />
              ) : (
                <img src={`/goods/${category.image}-320.webp`} alt="" width="320" height="400" loading="lazy" />
              )}
            </span>
            {category.name}
          </a>
        ))}
      </nav>
    </section>
  )
}
