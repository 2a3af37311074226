import { pick } from '@/lib/format'
import type { Locale, Texts } from '@/lib/i18n'
import { prepared, sql } from '@/lib/kernel/db'
import { keptShortly, normalize, otherLayout } from '@/lib/search'
import type { Suggestions } from '../schema'
import { listProducts } from './list-products'

const PRODUCTS = 6
const CATEGORIES = 4
const SHOPS = 3

type Place = { kind: 'category' | 'shop'; slug: string; path: string[]; name: Texts | string; weight: number }

// A tree and its shops are small beside the goods: their names are compared here, in any script, from one letter on.
const readPlaces = prepared(`
  select 'category' as kind, c.slug, c.path, c.name, n.count::int as weight
    from category c join (select above.slug, sum(t.n) as count from product_tally t join category d on d.id = t.subject
                            cross join lateral unnest(d.path) above(slug) where t.locale = $1 group by 1) n
      on n.slug = c.slug
   where n.count > 0
  union all
  (select 'shop', slug, '{}', to_jsonb(name), rating_count from shop where status = 'active'
    order by rating_count desc limit 2000)`)

/** `names`: folded, each as its words. */
type Known = { place: Place; names: string[][] }[]

const wordsOf = (text: string): string[] => normalize(text).split(' ').filter(Boolean)

async function readKnownPlaces(locale: Locale): Promise<Known> {
  const { rows } = await sql.query<Place>(readPlaces, [locale])
  return rows.map((place) => ({
    place,
    names: (typeof place.name === 'string' ? [place.name] : Object.values(place.name)).map((name) =>
      wordsOf(name ?? ''),
    ),
  }))
}

const knownPlaces = (locale: Locale) => keptShortly(`places ${locale}`, () => readKnownPlaces(locale))

/** Every word of the asked begins a word of the name; 0 is the best, null is no match. */
function placeRank(words: readonly string[], asked: readonly string[]): number | null {
  if (!asked.every((word) => words.some((one) => one.startsWith(word)))) return null
  return words[0]?.startsWith(asked[0] ?? '') ? 0 : 1
}

async function findPlaces(q: string, locale: Locale): Promise<Place[]> {
  const wordings = [wordsOf(q), wordsOf(otherLayout(q))].filter((asked) => asked.length > 0)
  const fits: { place: Place; rank: number }[] = []
  // Thousands of names for every letter that somebody types.
  for (const { place, names } of await knownPlaces(locale)) {
    let best: number | null = null
    for (const name of names)
      for (const asked of wordings) {
        const rank = placeRank(name, asked)
        if (rank !== null && (best === null || rank < best)) best = rank
      }
    if (best !== null) fits.push({ place, rank: best })
  }
  return fits.sort((a, b) => a.rank - b.rank || b.place.weight - a.place.weight).map(({ place }) => place)
}

/** What the letters so far may become: goods with their pictures, categories, shops. Nothing is counted or noted. */
export async function suggest(q: string, locale: Locale): Promise<Suggestions> {
  const asked = q.trim().slice(0, 100)
  if (asked === '') return { products: [], categories: [], shops: [] }
  const [found, places] = await Promise.all([
    listProducts({ q: asked, limit: PRODUCTS, facets: false }, locale),
    findPlaces(asked, locale),
  ])
  const nameOf = ({ name }: Place) => (typeof name === 'string' ? name : pick(name, locale))
  const of = (kind: Place['kind']) => places.filter((place) => place.kind === kind)
  return {
    products: found.items,
    categories: of('category')
      .slice(0, CATEGORIES)
      .map((place) => ({ slug: place.slug, path: place.path, name: nameOf(place) })),
    shops: of('shop')
      .slice(0, SHOPS)
      .map((place) => ({ slug: place.slug, name: nameOf(place) })),
  }
}
