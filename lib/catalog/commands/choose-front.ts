import { sql } from '@/lib/kernel/db'

/** So many products are looked through first; a broad word is then as quick in a market of any size. */
const FRONT = 50_000
// A few at a time: each moves a document in its indexes.
const MOVED = 2_000

/** Puts what sells best into the front index and takes out what does no more. New goods stand there until the next time. */
export async function chooseFront(front = FRONT): Promise<void> {
  await sql.query(
    `with best as materialized (
       select id from product where status = 'active' order by sold_count desc, seq desc limit $1),
     full_house as (select count(*) = $1 as yes from best),
     fallen as (
       select product_id from search_document
        where front and (select yes from full_house) and product_id not in (select id from best) limit ${MOVED}),
     risen as (
       select b.id from best b
        where not exists (select from search_document d where d.product_id = b.id and d.front) limit ${MOVED})
     update search_document d set front = not d.front
      where d.product_id in (select product_id from fallen union all select id from risen)`,
    [front],
  )
}
