import { queryOf, readSearch } from '@/components/search/search-address'
import { isLocale } from '@/lib/i18n'
import { problem } from '@/lib/rest'
import { readAnswer } from '../read-answer'

type Context = { params: Promise<{ locale: string }> }

/** The answer of the page of results as JSON, for the list that changes without being left. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  if (!isLocale(locale)) return problem('not-found')
  const search = readSearch(queryOf(new URL(request.url).searchParams))
  const headers = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' }
  return Response.json(await readAnswer(search, locale), { headers })
}
