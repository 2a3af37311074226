import { readChosen } from '@/lib/catalog'
import { defaultLocale } from '@/lib/i18n'
import { sql, transact } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { ownerKey } from './owner'
import { type ChangeSaved, mostSaved, type SavedOwner } from './schema'

/** Repeating either way changes nothing. */
export async function changeSaved(
  owner: SavedOwner,
  change: ChangeSaved,
): Promise<Result<true, 'not-found' | 'list-full'>> {
  if ('save' in change) return saveProduct(ownerKey(owner), change.save)
  await sql.query('delete from saved_product where owner = $1 and product_id = $2', [ownerKey(owner), change.drop])
  return ok(true)
}

async function saveProduct(owner: string, id: string): Promise<Result<true, 'not-found' | 'list-full'>> {
  if ((await readChosen([id], defaultLocale)).length === 0) return fail('not-found')
  await sql.query(
    `insert into saved_product (owner, product_id) select $1, $2
      where (select count(*) from saved_product where owner = $1) < ${mostSaved} on conflict do nothing`,
    [owner, id],
  )
  const { rowCount } = await sql.query('select 1 from saved_product where owner = $1 and product_id = $2', [owner, id])
  return rowCount ? ok(true) : fail('list-full')
}

/** At sign-in: what the browser's list held goes to the person, who may have it already. */
export const mergeSaved = (token: string, userId: Id<'usr'>): Promise<void> =>
  transact(async (tx) => {
    const guest = ownerKey({ token })
    await tx.query(
      `insert into saved_product (owner, product_id, created_at)
       select $2, product_id, created_at from saved_product where owner = $1 on conflict do nothing`,
      [guest, userId],
    )
    await tx.query('delete from saved_product where owner = $1', [guest])
  })

/** The cookie of a guest lives for a year after the last heart; what it opened is of no use longer. */
export const sweepSaved = () =>
  sql.query(`delete from saved_product where owner !~ '^usr_' and created_at < now() - interval '13 months'`)
