import { sql } from '@/lib/kernel/db'

/** Adds up what changes have noted of a category or shop, so that a count is the sum of a few rows. */
export async function foldTallies(): Promise<void> {
  await sql.query(
    `with gone as (
       delete from product_tally where (subject, locale) in
         (select subject, locale from product_tally group by 1, 2 having count(*) > 1)
       returning subject, locale, n)
     insert into product_tally (subject, locale, n) select subject, locale, sum(n) from gone group by 1, 2`,
  )
}
