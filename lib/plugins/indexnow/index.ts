import { randomUUID } from 'node:crypto'
import { listProductPaths } from '@/lib/catalog'
import { locales } from '@/lib/i18n'
import { pathIn } from '@/lib/i18n/alternates'
import { sql, type Tx, transact } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { enqueue } from '@/lib/kernel/jobs'
import { log } from '@/lib/kernel/log'
import { on, type Plugin } from '@/lib/kernel/plugin'
import { markChanged, markSent, readBatch, sweepAddresses, takeBatch } from './addresses'

type Settings = { key: string | undefined; endpoint: string; origin: string }

type ProductChanged = { type: 'ProductChanged'; data: { productId: string; slugs?: readonly string[] } }
type StockTurned = { type: 'StockTurned'; data: { productId: string } }
type CategoryChanged = { type: 'CategoryChanged'; data: { paths: readonly string[] } }

const inAll = (path: string) => locales.map((locale) => pathIn(path, locale))

/** Former addresses too: they lead elsewhere now, or nowhere. */
const changed = async (tx: Tx, productId: string, slugs: readonly string[] = []) =>
  markChanged(tx, [...(await listProductPaths(productId, tx)), ...slugs.flatMap((slug) => inAll(`/p/${slug}`))])

/** Every due address goes into a batch, each batch is one job: its name is the job's key. */
const collect = () =>
  transact(async (tx) => {
    await sweepAddresses(tx)
    const batch = randomUUID()
    if ((await takeBatch(tx, batch)) > 0) await enqueue(tx, 'send-indexnow', batch, { batch })
  })

/** 200 and 202 are yes; 429 and 5xx are tried again; anything else never gets better and is only told of. */
async function send({ key, endpoint, origin }: Settings, batch: string): Promise<void> {
  const paths = await readBatch(sql, batch)
  if (paths.length === 0 || key === undefined) return
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      host: new URL(origin).host,
      key,
      keyLocation: `${origin}/${key}.txt`,
      urlList: paths.map((path) => encodeURI(origin + path)),
    }),
    signal: AbortSignal.timeout(20_000),
  })
  if (answer.status === 429 || answer.status >= 500) throw new Error(`IndexNow answered ${answer.status}`)
  if (!answer.ok) log.warn({ status: answer.status, addresses: paths.length }, 'IndexNow refused a batch')
  await markSent(sql, batch)
}

/** Tells Bing, Yandex and others what changed: indexnow.org/documentation. Off without a key. */
export const announcing = (settings: Settings): Plugin =>
  settings.key === undefined
    ? { name: 'indexnow' }
    : {
        name: 'indexnow',
        policies: {
          ProductChanged: on<ProductChanged>((tx, { data }) => changed(tx, data.productId, data.slugs)),
          StockTurned: on<StockTurned>((tx, { data }) => changed(tx, data.productId)),
          CategoryChanged: on<CategoryChanged>((tx, { data }) =>
            markChanged(
              tx,
              data.paths.flatMap((path) => inAll(`/c/${path}`)),
            ),
          ),
        },
        functions: {
          'collect-indexnow': collect,
          'send-indexnow': ({ batch }: { batch: string }) => send(settings, batch),
        },
        every: { 'collect-indexnow': 60 },
      }

export const indexNow = announcing({ key: env.INDEXNOW_KEY, endpoint: env.INDEXNOW_ENDPOINT, origin: env.APP_URL })
