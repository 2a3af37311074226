import { type Actor, isSeller } from '@/lib/auth/schema'
import { sql, type Tx } from '@/lib/kernel/db'
import { type Currency, money } from '@/lib/kernel/money'
import {
  type AccountKind,
  type EntryType,
  type LedgerLine,
  type LedgerPage,
  type ShopBalances,
  transferTypes,
} from './schema'

/** What a shop has now, in its view. Reads four cached rows, whatever the number of entries. */
export async function shopBalances(tx: Tx, shopId: string, currency: Currency = 'UZS'): Promise<ShopBalances> {
  const { rows } = await tx.query<{ kind: AccountKind; amount: number }>(
    `select a.kind, b.amount from ledger_account a join ledger_balance b on b.account_id = a.id
      where a.shop_id = $1 and a.currency = $2`,
    [shopId, currency],
  )
  const owed = (kind: AccountKind, sign: 1 | -1) =>
    money(sign * (rows.find((row) => row.kind === kind)?.amount ?? 0), currency)
  return {
    pending: owed('shop_pending', -1),
    payable: owed('shop_payable', -1),
    debt: owed('shop_debt', 1),
    reserve: owed('reserve', -1),
  }
}

type Row = {
  id: number
  type: EntryType
  amount: number
  at: Date
  number: string | null
  parcel_id: string | null
}

/** The newest of each of the shop's accounts by its index, then of all: no page reads more than it shows, times four. */
const page = `
  select e.id, e.type, -e.amount as amount, t.at, t.number, t.parcel_id
    from ledger_account a
    cross join lateral (
      select id, txn_id, type, amount from ledger_entry
       where account_id = a.id and ($2::bigint is null or id < $2) and type <> all($4::text[])
       order by id desc limit $3) e
    join ledger_txn t on t.id = e.txn_id
   where a.shop_id = $1 and a.currency = $5
   order by e.id desc limit $3`

/** After which entry, and what the shop had then: the next page need not sum up what is before it. */
const toCursor = (id: number, balance: number) => Buffer.from(`${id} ${balance}`).toString('base64url')

function fromCursor(cursor: string | undefined): { id: number; balance: number } | null {
  const parts = /^(\d{1,15}) (-?\d{1,15})$/.exec(Buffer.from(cursor ?? '', 'base64url').toString())
  return parts ? { id: Number(parts[1]), balance: Number(parts[2]) } : null
}

const shopOf = (actor: Actor) => (actor.kind === 'shop' || isSeller(actor) ? actor.shopId : undefined)

const total = ({ pending, payable, reserve, debt }: ShopBalances) =>
  pending.amount + payable.amount + reserve.amount - debt.amount

export type ListLedger = { cursor?: string | undefined; limit?: number | undefined; transfers?: boolean | undefined }

/**
 * The shop's account, newest first: what it earned, gave back, owes and was paid, with what it had in all after each.
 * Moves between its own accounts (`release`, `reserve` …) change nothing of that and are left out unless asked for.
 */
export async function listLedger(actor: Actor, { cursor, limit = 20, transfers = false }: ListLedger = {}) {
  const shopId = shopOf(actor)
  if (!shopId) return { items: [], nextCursor: null } satisfies LedgerPage
  const from = fromCursor(cursor)
  let balance = from?.balance ?? total(await shopBalances(sql, shopId))
  const hidden = transfers ? [] : transferTypes
  const { rows } = await sql.query<Row>(page, [shopId, from?.id ?? null, limit + 1, hidden, 'UZS'])
  const items = rows.slice(0, limit).map((row): LedgerLine => {
    const after = balance
    balance -= row.amount
    return {
      id: row.id,
      type: row.type,
      number: row.number,
      parcelId: row.parcel_id,
      amount: money(row.amount, 'UZS'),
      balance: money(after, 'UZS'),
      createdAt: row.at.toISOString(),
    }
  })
  const last = items.at(-1)
  const nextCursor = rows.length > limit && last ? toCursor(last.id, balance) : null
  return { items, nextCursor } satisfies LedgerPage
}
