import { createHash, randomBytes } from 'node:crypto'
import type { ShopActor } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { type Id, newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { keyScopes, type NewKey } from './schema'

const digest = (key: string) => createHash('sha256').update(key).digest('hex')

/** The key is told once and kept only as a hash. */
export async function createKey(
  shopSlug: string,
  { name = 'key', scopes = [...keyScopes] }: { name?: string; scopes?: string[] } = {},
): Promise<Result<NewKey, 'not-found'>> {
  const key = `bzr_live_${randomBytes(24).toString('base64url')}`
  const id = newId('key')
  const { rows } = await sql.query<{ shop_id: Id<'sho'> }>(
    `insert into api_key (id, shop_id, name, hash, scopes)
     select $1, id, $3, $4, $5 from shop where slug = $2 returning shop_id`,
    [id, shopSlug, name, digest(key), scopes],
  )
  const made = rows[0]
  return made ? ok({ id, key, shopId: made.shop_id, scopes }) : fail('not-found')
}

/** By its id or the key itself; a revoked key stays revoked. */
export async function revokeKey(idOrKey: string): Promise<Result<true, 'not-found'>> {
  const { rowCount } = await sql.query(
    'update api_key set revoked_at = coalesce(revoked_at, now()) where id = $1 or hash = $2',
    [idOrKey, digest(idOrKey)],
  )
  return rowCount ? ok(true) : fail('not-found')
}

type KeyRow = { id: string; shop_id: Id<'sho'>; scopes: string[]; stale: boolean }

/** The shop behind a key, or null for one that is unknown or revoked. */
export async function actorByKey(key: string): Promise<ShopActor | null> {
  if (!/^bzr_live_[\w-]{20,80}$/.test(key)) return null
  const { rows } = await sql.query<KeyRow>(
    `select id, shop_id, scopes, (used_at is null or used_at < now() - interval '1 minute') as stale
       from api_key where hash = $1 and revoked_at is null`,
    [digest(key)],
  )
  const found = rows[0]
  if (!found) return null
  // Once a minute is enough to see whether a key lives, and spares a write a call.
  if (found.stale) await sql.query('update api_key set used_at = now() where id = $1', [found.id])
  return { kind: 'shop', shopId: found.shop_id, keyId: found.id, scopes: found.scopes }
}
