import { faceOf } from '@/components/product/card-words'
import { moreOf, queryOf, readSearch, toFilter } from '@/components/search/search-address'
import type { MoreCards } from '@/components/search/search-answer'
import { listProducts } from '@/lib/catalog'
import { isLocale, type Locale } from '@/lib/i18n'
import { problem } from '@/lib/rest'
import { readListed } from './read-listed'

type Context = { params: Promise<{ locale: string }> }

async function readMore(request: Request, locale: Locale): Promise<MoreCards | null> {
  const params = new URL(request.url).searchParams
  const list = params.get('list')
  if (list !== null) return readListed(list, Number(params.get('page') ?? 1), locale)
  const search = readSearch(queryOf(params))
  const { items, nextCursor } = await listProducts({ ...toFilter(search), facets: false }, locale)
  return {
    items: items.map(faceOf),
    next: nextCursor === null ? null : moreOf(locale, { ...search, cursor: nextCursor }),
  }
}

/** The next cards of a list: of a search behind its cursor, of a page of the catalogue by its number. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  const more = isLocale(locale) ? await readMore(request, locale) : null
  if (more === null) return problem('not-found')
  return Response.json(more, { headers: { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' } })
}
