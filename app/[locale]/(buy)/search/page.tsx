import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { type Query, readSearch, toFilter } from '@/components/search/search-address'
import { SearchView } from '@/components/search/search-view'
import { getCategoryTree, getHome, listProducts } from '@/lib/catalog'
import type { CategoryNode } from '@/lib/catalog/schema'
import { fill } from '@/lib/i18n'
import { searchText } from '@/lib/i18n/messages/search'
import { pageLocale } from '@/lib/i18n/page-locale'

type Props = { searchParams: Promise<Query> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = searchText[await pageLocale()]
  const { q } = readSearch(await searchParams)
  return { title: q === '' ? t.title : fill(t.titleFor, { q }), robots: { index: false, follow: true } }
}

function nameOf(tree: readonly CategoryNode[], slug: string | null): string | null {
  for (const node of tree) {
    const name = node.slug === slug ? node.name : nameOf(node.children, slug)
    if (name !== null) return name
  }
  return null
}

export default async function SearchPage({ searchParams }: Props) {
  const locale = await pageLocale()
  const search = readSearch(await searchParams)
  const [found, categories] = await Promise.all([listProducts(toFilter(search), locale), getCategoryTree(locale)])
  if (found.words?.redirect) redirect(`/${locale}${found.words.redirect}`)
  const popular = found.items.length > 0 ? [] : (await getHome(locale)).popular.slice(0, 8)
  return (
    <SearchView
      search={search}
      found={found}
      category={nameOf(categories, search.category)}
      categories={categories}
      popular={popular}
      locale={locale}
    />
  )
}
