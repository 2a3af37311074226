import { cacheLife, cacheTag } from 'next/cache'
import { type Actor, actorId, isSeller } from '@/lib/auth/schema'
import { invalidate, tags } from '@/lib/kernel/cache'
import { sql, type Tx, transact } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { PixelChange, ShopPixels } from './schema'

const none: ShopPixels = { ga4: null, meta: null, metrica: null }

const same = (a: ShopPixels, b: ShopPixels) => a.ga4 === b.ga4 && a.meta === b.meta && a.metrica === b.metrica

async function current(tx: Tx, shopId: string): Promise<ShopPixels> {
  const { rows } = await tx.query<ShopPixels>(
    'select ga4, meta, metrica from shop_pixel where shop_id = $1 order by id desc limit 1',
    [shopId],
  )
  return rows[0] ?? none
}

/** From now on these, and no others, count on the shop's own pages. Saying what is so already leaves no trace. */
export async function setShopPixels(pixels: ShopPixels, actor: Actor): Promise<Result<true, 'forbidden'>> {
  if (!isSeller(actor)) return fail('forbidden')
  const { shopId } = actor
  return transact(async (tx) => {
    // One after the other, so that two forms sent at once are two changes and not one that nobody sees.
    await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`pixels:${shopId}`])
    if (same(await current(tx, shopId), pixels)) return ok(true)
    await tx.query('insert into shop_pixel (shop_id, ga4, meta, metrica, changed_by) values ($1, $2, $3, $4, $5)', [
      shopId,
      pixels.ga4,
      pixels.meta,
      pixels.metrica,
      actorId(actor),
    ])
    await invalidate(tx, [tags.measuring()])
    return ok(true)
  })
}

/** The shop's counters, and how they came to be: the newest change first. Nothing for anybody but its own people. */
export async function getShopPixels(actor: Actor): Promise<{ pixels: ShopPixels; changes: PixelChange[] }> {
  if (!isSeller(actor)) return { pixels: none, changes: [] }
  const { rows } = await sql.query<ShopPixels & { mine: boolean; at: Date }>(
    `select ga4, meta, metrica, changed_by = $2 as mine, at from shop_pixel where shop_id = $1 order by id desc limit 10`,
    [actor.shopId, actorId(actor)],
  )
  const [now = none] = rows
  const changes = rows.map((row) => ({ ...row, at: row.at.toISOString() }))
  return { pixels: { ga4: now.ga4, meta: now.meta, metrica: now.metrica }, changes }
}

const latest = `
  select distinct on (p.shop_id) s.slug, p.ga4, p.meta, p.metrica from shop_pixel p join shop s on s.id = p.shop_id
   where s.status = 'active'`

/** Does any shop count by itself? Then visitors are asked whether it may. */
export async function isAnyShopMeasuring(tx: Tx): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select 1 from (${latest} order by p.shop_id, p.id desc) each where num_nonnulls(ga4, meta, metrica) > 0 limit 1`,
  )
  return Boolean(rowCount)
}

/** By slug; a shop that counts nothing, or does not sell, is not among them. */
export async function readShopPixels(tx: Tx, slugs: readonly string[]): Promise<Map<string, ShopPixels>> {
  const { rows } = await tx.query<ShopPixels & { slug: string }>(
    `select slug, ga4, meta, metrica from (${latest} and s.slug = any($1) order by p.shop_id, p.id desc) each
      where num_nonnulls(ga4, meta, metrica) > 0`,
    [slugs],
  )
  return new Map(rows.map(({ slug, ...pixels }) => [slug, pixels]))
}

/** Selling shops' counters by slug; kept, for every visitor who agreed asks for them. */
export const pixelsOf = (slugs: readonly string[]): Promise<Map<string, ShopPixels>> =>
  // The same shops are the same question, in whatever order a page names them.
  keptPixels([...new Set(slugs)].sort())

async function keptPixels(slugs: string[]): Promise<Map<string, ShopPixels>> {
  'use cache'
  cacheLife('catalog')
  cacheTag(tags.everything(), tags.measuring(), ...slugs.map(tags.shop))
  return readShopPixels(sql, slugs)
}
