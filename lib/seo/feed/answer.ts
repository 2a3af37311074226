import { listEngineFiles, readFeedCategories, readFeedVersion } from '@/lib/catalog'
import type { EngineFile, FeedCategory } from '@/lib/catalog/schema'
import { env } from '@/lib/kernel/env'
import { engineFile, etagOf, isSame } from '../answer'
import type { FeedHead } from './format'
import { type FeedName, feedNames, feedPath, readFeedName } from './name'
import { feedStream } from './stream'

function byId(categories: readonly FeedCategory[]): FeedHead['categories'] {
  const named = new Map(categories.map((category) => [category.path.join('/'), category.name]))
  const namesOf = ({ path }: FeedCategory) => path.flatMap((_, at) => named.get(path.slice(0, at + 1).join('/')) ?? [])
  return new Map(categories.map((category) => [category.id, { ...category, names: namesOf(category) }]))
}

/** Every file there is, for whoever sets the feeds up: `/feeds/index.json`. */
const listing = (files: readonly EngineFile[]) =>
  feedNames.flatMap((name) =>
    files.map(({ locale, part, changed }) => ({
      format: name.replace(/\..*/, ''),
      locale,
      url: env.APP_URL + feedPath(name, locale, part),
      changed: changed?.toISOString() ?? null,
    })),
  )

async function headersOf({ format, name, locale, part }: FeedName, files: readonly EngineFile[]) {
  const { version, changed } = await readFeedVersion(part)
  const etag = etagOf(`${name} ${locale} ${part} ${version}`)
  const next = files.find((file) => file.locale === locale && file.part > part)
  const headers: Record<string, string> = {
    'Content-Type': format.type,
    'Cache-Control': 'public, max-age=0, s-maxage=900',
    ETag: etag,
  }
  if (changed) headers['Last-Modified'] = changed.toUTCString()
  if (next) headers['Link'] = `<${env.APP_URL}${feedPath(name, locale, next.part)}>; rel="next"`
  return { headers, etag, changed: changed ?? new Date(0) }
}

/** Null where there is no such feed. The first file is there also while the market is empty. */
export async function feedAnswer(request: Request): Promise<Response | null> {
  const segments = new URL(request.url).pathname.split('/').slice(2)
  const files = await listEngineFiles()
  if (segments.join('/') === 'index.json')
    return engineFile(request, JSON.stringify({ items: listing(files) }), 'application/json')
  const named = readFeedName(segments)
  if (named === null) return null
  const { format, locale, part } = named
  if (part > 0 && !files.some((file) => file.part === part && file.locale === locale)) return null
  const { headers, etag, changed } = await headersOf(named, files)
  if (isSame(request, etag)) return new Response(null, { status: 304, headers })
  if (request.method === 'HEAD') return new Response(null, { headers })
  const categories = byId(await readFeedCategories(locale))
  const head = { origin: env.APP_URL, locale, operator: env.OPERATOR_NAME, categories, changed }
  // Packed on its way out, as every answer of Next's is.
  return new Response(feedStream(format, head, part), { headers })
}
