import { sql } from '@/lib/kernel/db'

/** Adds up what changes have noted of a category or shop, so that a count stays the sum of a few rows. */
export async function foldTallies(): Promise<void> {
  await sql.query(
    `with gone as (
       delete from product_tally where subject in (select subject from product_tally group by 1 having count(*) > 1)
       returning subject, n)
     insert into product_tally select subject, sum(n) from gone group by 1`,
  )
}
