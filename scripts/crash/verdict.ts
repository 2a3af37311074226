import { setTimeout as pause } from 'node:timers/promises'
import { sql } from '@/lib/kernel/db'
import { findBreaches } from '@/lib/ledger'
import type { Book } from './providers'
import { type Acknowledged, checkout } from './shopper'

type Row = { number: string; orders: number; captured: string | number }

/** Policies and jobs are behind the callbacks by design: what is wrong must become right by itself, soon. */
async function untilAtRest(): Promise<string[]> {
  for (let tries = 0; ; tries += 1) {
    const breaches = await findBreaches(sql)
    if (breaches.length === 0 || tries >= 60) return breaches.map((breach) => JSON.stringify(breach))
    await pause(1000)
  }
}

async function booksOf(numbers: readonly string[]): Promise<Map<string, Row>> {
  const { rows } = await sql.query<Row>(
    `select o.number, count(distinct o.id)::int as orders,
            coalesce(sum(p.captured) filter (where p.provider <> 'cash'), 0)::bigint as captured
       from order_view o left join payment_view p on p.order_id = o.id
      where o.number = any($1) group by o.number`,
    [numbers],
  )
  return new Map(rows.map((row) => [row.number, row]))
}

const taken = (book: Book, number: string) => (book.get(number) ?? []).reduce((sum, { amount }) => sum + amount, 0)

/** The same key again: the same order, not a second one. */
async function retryKeys(bases: readonly string[], orders: readonly (Acknowledged & { cartToken: string })[]) {
  const problems: string[] = []
  for (const { cart, cartToken, key, body, id, number } of orders) {
    const again = await checkout(bases, cart, cartToken, key, body)
    const found = (again.body as { order?: { id: string } }).order?.id
    if (found !== id)
      problems.push(`${number}: the same key gave ${again.status} ${JSON.stringify(again.body).slice(0, 120)}`)
  }
  return problems
}

/** Each promise of the crash test with what breaks it; empty lists are what we want. */
export async function judge(
  bases: readonly string[],
  orders: readonly (Acknowledged & { cartToken: string })[],
  book: Book,
): Promise<[string, string[]][]> {
  const rows = await booksOf(orders.map(({ number }) => number))
  const once = orders.filter(({ number }) => rows.get(number)?.orders !== 1).map(({ number }) => number)
  const money = orders.flatMap(({ number }) => {
    const [theirs, ours] = [taken(book, number), Number(rows.get(number)?.captured ?? 0)]
    return theirs === ours ? [] : [`${number}: the provider took ${theirs}, our books say ${ours}`]
  })
  return [
    ['every acknowledged order exists once', once],
    ['every tiyin that a provider took is booked', money],
    ['the same key gives the same order', await retryKeys(bases, orders)],
    ['no invariant is broken', await untilAtRest()],
  ]
}
