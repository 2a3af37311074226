import { sql } from '@/lib/kernel/db'

const fold = (table: string, keys: string) => `
  with gone as (
    delete from ${table} where (${keys}) in (select ${keys} from ${table} group by ${keys} having count(*) > 1)
    returning ${keys}, n)
  insert into ${table} (${keys}, n) select ${keys}, sum(n) from gone group by ${keys} having sum(n) <> 0`

/** Adds up what changes have noted of a category or shop, so that a count is the sum of a few rows. */
export async function foldTallies(): Promise<void> {
  await sql.query(fold('product_tally', 'subject, locale'))
  await sql.query(fold('shop_tally', 'shop_id, category_id, locale'))
}
