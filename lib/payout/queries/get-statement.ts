import { type Actor, isSeller } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { type Money, money } from '@/lib/kernel/money'
import { type EntryType, transferTypes } from '@/lib/ledger/schema'
import { getShopById } from '@/lib/seller'
import type { PayoutStatus, Statement } from '../schema'
import { getDetails } from './get-terms'

const uzs = (amount: number): Money => money(amount, 'UZS')

/** `2026-11` → its first moment and the first one after it, in Tashkent. */
export function monthBounds(month: string): { from: Date; to: Date } | null {
  const parts = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(month)
  if (!parts) return null
  const [year, number] = [Number(parts[1]), Number(parts[2])]
  const start = (index: number) => new Date(Date.UTC(year, index, 1) - 5 * 3_600_000)
  return { from: start(number - 1), to: start(number) }
}

// Accounts in the shop's view: what the market owes it is credit, what it owes is debit.
const standing = `
  select a.kind, coalesce(-sum(e.amount), 0)::bigint as amount
    from ledger_account a join ledger_entry e on e.account_id = a.id join ledger_txn t on t.id = e.txn_id
   where a.shop_id = $1 and a.currency = 'UZS' and t.at < $2
   group by a.kind`

async function readStanding(shopId: string, before: Date) {
  const { rows } = await sql.query<{ kind: string; amount: number }>(standing, [shopId, before])
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.amount ?? 0
  const [pending, payable, reserve, debt] = ['shop_pending', 'shop_payable', 'reserve', 'shop_debt'].map(of) as [
    number,
    number,
    number,
    number,
  ]
  const total = pending + payable + reserve + debt
  return { total, pending: uzs(pending), payable: uzs(payable), reserve: uzs(reserve), debt: uzs(-debt) }
}

type EntryRow = { id: number; type: EntryType; amount: number; number: string | null; at: Date }

/** Moves between the shop's own accounts change nothing of what it has in all, and are left out. */
async function readEntries(shopId: string, from: Date, to: Date, opening: number): Promise<Statement['entries']> {
  const { rows } = await sql.query<EntryRow>(
    `select e.id, e.type, -e.amount as amount, t.number, t.at
       from ledger_account a join ledger_entry e on e.account_id = a.id join ledger_txn t on t.id = e.txn_id
      where a.shop_id = $1 and a.currency = 'UZS' and t.at >= $2 and t.at < $3 and e.type <> all($4)
      order by t.at, e.id limit 50000`,
    [shopId, from, to, transferTypes],
  )
  let balance = opening
  return rows.map(({ id, type, amount, number, at }) => {
    balance += amount
    return { id, type, number, amount: uzs(amount), balance: uzs(balance), at: at.toISOString() }
  })
}

type PayoutRow = { id: string; status: PayoutStatus; amount: number; debt: number; account: string; at: Date }

async function readPayouts(shopId: string, from: Date, to: Date): Promise<Statement['payouts']> {
  const { rows } = await sql.query<PayoutRow>(
    `select p.id, p.status, p.amount, p.debt, right(d.account, 4) as account, p.proposed_at as at
       from payout p join payout_details d on d.id = p.details_id
      where p.shop_id = $1 and p.proposed_at >= $2 and p.proposed_at < $3 order by p.id`,
    [shopId, from, to],
  )
  return rows.map((row) => ({ ...row, amount: uzs(row.amount), debt: uzs(row.debt), at: row.at.toISOString() }))
}

const sumWhere = (entries: Statement['entries'], fits: (amount: number) => boolean) =>
  uzs(entries.reduce((sum, { amount }) => (fits(amount.amount) ? sum + amount.amount : sum), 0))

/** The shop's own month; null for a month that is none, or an actor without a shop. */
export async function getStatement(month: string, actor: Actor): Promise<Statement | null> {
  const bounds = monthBounds(month)
  const shopId = actor.kind === 'shop' || isSeller(actor) ? actor.shopId : undefined
  const shop = shopId ? await getShopById(shopId) : null
  if (!bounds || !shop) return null
  const { from, to } = bounds
  const [before, after, details] = [
    await readStanding(shop.id, from),
    await readStanding(shop.id, to),
    await getDetails(sql, shop.id),
  ]
  const entries = await readEntries(shop.id, from, to, before.total)
  return {
    month,
    from: from.toISOString(),
    to: to.toISOString(),
    shop: { name: shop.name, holder: details?.holder ?? null, taxId: details?.tin ?? details?.pinfl ?? null },
    opening: uzs(before.total),
    closing: uzs(after.total),
    parts: after,
    credited: sumWhere(entries, (amount) => amount > 0),
    debited: sumWhere(entries, (amount) => amount < 0),
    entries,
    payouts: await readPayouts(shop.id, from, to),
  }
}
