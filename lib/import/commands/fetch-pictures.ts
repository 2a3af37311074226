import { createHash } from 'node:crypto'
import type { ShopActor } from '@/lib/auth/schema'
import { hangPictures } from '@/lib/catalog'
import { keepImage, reuseFetched } from '@/lib/files'
import { sql, transact } from '@/lib/kernel/db'
import { type FetchRefusal, safeFetch } from '@/lib/safe-fetch'
import { renewLease, type Work } from './lease'

const limits = { maxBytes: 8_000_000, timeoutMs: 5_000, accept: 'image/jpeg,image/png,image/webp' }

/** Of one place, in a row, before the rest of it is not asked any more in this turn. */
const PATIENCE = 4
const LANES = 4

type Wanted = { productId: string; position: number; n: number; line: number; url: string }
type Fetching = { hosts: Map<string, number>; shopId: string }
type Outcome = 'fetched' | FetchRefusal | 'no-picture'

/** The same address is the same picture: a shop fetches it once. */
const sourceOf = (url: string): string => createHash('sha256').update(url).digest('hex')

async function fetchOne({ url }: Wanted, { hosts, shopId }: Fetching): Promise<Outcome> {
  const source = sourceOf(url)
  if ((await reuseFetched(source, shopId)) !== null) return 'fetched'
  const host = URL.canParse(url) ? new URL(url).host : ''
  if ((hosts.get(host) ?? 0) >= PATIENCE) return 'unreachable'
  const got = await safeFetch(url, limits)
  const silent = !got.ok && (got.code === 'unreachable' || got.code === 'too-slow')
  hosts.set(host, silent ? (hosts.get(host) ?? 0) + 1 : 0)
  if (!got.ok) return got.code
  const upload = { bytes: got.value.bytes, name: '', type: '' }
  const kept = await keepImage({ upload, prefix: 'p', owner: shopId, source })
  // The disk of ours is full: no fault of the file's, so the turn is tried again later.
  if (!kept.ok && kept.code === 'no-room') throw new Error('No room for fetched pictures')
  return kept.ok ? 'fetched' : 'no-picture'
}

const settle = (work: Work, { productId, position, n, line, url }: Wanted, outcome: Outcome) =>
  transact(async (tx) => {
    await renewLease(tx, work)
    await tx.query(
      'update goods_import_picture set state = $4 where import_id = $1 and product_id = $2 and position = $3',
      [work.id, productId, position, outcome === 'fetched' ? 'done' : 'failed'],
    )
    if (outcome !== 'fetched')
      await tx.query(
        `insert into goods_import_problem (import_id, n, line, level, code, value)
         values ($1, $2, $3, 'warning', $4, $5)`,
        [work.id, n, line, `picture-${outcome}`, url.slice(0, 200)],
      )
  })

/** All of a product's pictures are settled before any is hung: buyers never see half a gallery change. */
async function hang(work: Work, productId: string, actor: ShopActor): Promise<void> {
  const { rows } = await sql.query<{ url: string; state: string }>(
    'select url, state from goods_import_picture where import_id = $1 and product_id = $2 order by position',
    [work.id, productId],
  )
  if (rows.some(({ state }) => state === 'waiting')) return
  const keys: string[] = []
  for (const { url, state } of rows) {
    const key = state === 'done' ? await reuseFetched(sourceOf(url), actor.shopId) : null
    if (key !== null && !keys.includes(key)) keys.push(key)
  }
  if (keys.length > 0) await hangPictures(productId, keys, actor)
}

/** One product after the other until none waits or the turn is over; answers whether none waits. */
export async function fetchPictures(work: Work, actor: ShopActor, until: number): Promise<boolean> {
  const fetching: Fetching = { hosts: new Map(), shopId: actor.shopId }
  for (;;) {
    const { rows } = await sql.query<Wanted>(
      `select product_id as "productId", position, n, line, url from goods_import_picture
        where import_id = $1 and state = 'waiting'
          and product_id = (select product_id from goods_import_picture
                             where import_id = $1 and state = 'waiting' order by n limit 1)
        order by position`,
      [work.id],
    )
    const [first] = rows
    if (first === undefined) return true
    for (let at = 0; at < rows.length; at += LANES)
      await Promise.all(
        rows.slice(at, at + LANES).map(async (wanted) => settle(work, wanted, await fetchOne(wanted, fetching))),
      )
    await hang(work, first.productId, actor)
    if (performance.now() > until) return false
  }
}
