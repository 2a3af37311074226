import { sql } from '@/lib/kernel/db'

/** So many products are looked through first; a broad word is then as quick in a market of any size. */
const FRONT = 50_000
// A few at a time: each moves a document in its indexes, and whoever changes goods meanwhile waits for no more.
const MOVED = 500
const TIMES = 4

const move = `
  with best as materialized (
    select id from product where status = 'active' order by sold_count desc, seq desc limit $1),
  full_house as (select count(*) = $1 as yes from best),
  fallen as (
    select product_id from search_document d
     where front and (select yes from full_house) and not exists (select from best b where b.id = d.product_id)
     limit ${MOVED}),
  risen as (
    select b.id from best b
     where not exists (select from search_document d where d.product_id = b.id and d.front) limit ${MOVED})
  update search_document d set front = not d.front
   where d.product_id in (select product_id from fallen union all select id from risen)`

/** Puts what sells best into the front index and takes out what does no more. New goods stand there until the next time. */
export async function chooseFront(front = FRONT): Promise<void> {
  for (let time = 0; time < TIMES; time += 1) {
    const { rowCount } = await sql.query(move, [front])
    if ((rowCount ?? 0) < MOVED) return
  }
}
