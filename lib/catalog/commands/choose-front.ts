import { sql } from '@/lib/kernel/db'

/** So many products are looked through first; a broad word is then as quick in a market of any size. */
const FRONT = 50_000
/** As one types, these will do. */
const HEAD = 3_000
// A few at a time: each moves a document in its indexes, and whoever changes goods meanwhile waits for no more.
const MOVED = 100
const TIMES = 20

const moveOf = (flag: 'front' | 'head') => `
  with best as materialized (
    select id from product where status = 'active' order by sold_count desc, seq desc limit $1),
  full_house as (select count(*) = $1 as yes from best),
  fallen as (
    select product_id from search_document d
     where ${flag} and (select yes from full_house) and not exists (select from best b where b.id = d.product_id)
     limit ${MOVED}),
  risen as (
    select b.id from best b
     where not exists (select from search_document d where d.product_id = b.id and d.${flag}) limit ${MOVED})
  update search_document d set ${flag} = not d.${flag}
   where d.product_id in (select product_id from fallen union all select id from risen)`

async function choose(flag: 'front' | 'head', count: number): Promise<void> {
  const move = moveOf(flag)
  for (let time = 0; time < TIMES; time += 1) {
    const { rowCount } = await sql.query(move, [count])
    if ((rowCount ?? 0) < MOVED) return
  }
}

/**
 * Puts what sells best into the indexes that are asked first and takes out what does no more. New goods stand there until
 * the next time.
 */
export async function chooseFront(front = FRONT, head = HEAD): Promise<void> {
  await choose('front', front)
  await choose('head', Math.min(head, front))
}
