import { prepared, type Tx } from '@/lib/kernel/db'
import type { Posting } from './postings/posting'

/** The event that caused a posting: the same event again is the same fact, whatever the books say by now. */
export type Source = { stream: string; version: number; at: string }

/** Somebody else has posted under this name, and something else. */
export class LedgerConflict extends Error {
  override name = 'LedgerConflict'
}

const openAccounts = prepared(`
  insert into ledger_account (code, kind, currency, shop_id, user_id, min_balance)
  select code, kind, currency, shop_id, user_id, min_balance
    from jsonb_to_recordset($1::jsonb) as w(code text, kind text, currency text, shop_id text, user_id text,
         min_balance bigint)
   where not exists (select 1 from ledger_account a where a.code = w.code)
   order by code
  on conflict (code) do nothing`)

const insert = prepared(`
  with txn as (
    insert into ledger_txn (kind, ref, order_id, number, parcel_id, payment_id, source_stream, source_version, at)
    select kind, ref, order_id, number, parcel_id, payment_id, $3, $4, coalesce($5::timestamptz, now())
      from jsonb_to_recordset($1::jsonb) as t(kind text, ref text, order_id text, number text, parcel_id text,
           payment_id text)
    on conflict (kind, ref) do nothing
    returning id, kind, ref
  ), entry as (
    insert into ledger_entry (txn_id, account_id, currency, amount, type, formula)
    select txn.id, a.id, e.currency, e.amount, e.type, e.formula
      from jsonb_to_recordset($2::jsonb) as e(n int, kind text, ref text, code text, currency text, amount bigint,
           type text, formula jsonb)
      join txn on txn.kind = e.kind and txn.ref = e.ref
      join ledger_account a on a.code = e.code
     order by e.n
  )
  select kind, ref from txn`)

const headOf = ({ kind, ref, orderId, number, parcelId, paymentId }: Posting) => ({
  kind,
  ref,
  order_id: orderId ?? null,
  number: number ?? null,
  parcel_id: parcelId ?? null,
  payment_id: paymentId ?? null,
})

function accountsOf(postings: readonly Posting[]) {
  const found = new Map<string, object>()
  for (const { currency, entries } of postings) {
    for (const { account } of entries) {
      const { code, kind, shopId, userId, minBalance } = account
      found.set(code, { code, kind, currency, shop_id: shopId, user_id: userId ?? null, min_balance: minBalance })
    }
  }
  return [...found.values()]
}

const entriesOf = (postings: readonly Posting[]) =>
  postings
    .flatMap(({ kind, ref, currency, entries }) =>
      entries.map(({ account, amount, type, formula }) => ({
        kind,
        ref,
        code: account.code,
        currency,
        amount,
        type,
        formula,
      })),
    )
    .map((entry, n) => ({ n, ...entry }))

const nameOf = ({ kind, ref }: { kind: string; ref: string }) => `${kind} ${ref}`

/** Sums by account: the order of entries says nothing. */
function sums(entries: readonly { code: string; amount: number }[]): string {
  const byCode = new Map<string, number>()
  for (const { code, amount } of entries) byCode.set(code, (byCode.get(code) ?? 0) + amount)
  return JSON.stringify([...byCode].sort(([left], [right]) => (left < right ? -1 : 1)))
}

type Known = { source_stream: string | null; source_version: number | null; code: string; amount: number }

/** Posted before: by this very event, or with the same amounts, is fine; anything else is a bug. */
async function mustEqual(tx: Tx, posting: Posting, source: Source | null): Promise<void> {
  const { rows } = await tx.query<Known>(
    `select t.source_stream, t.source_version, a.code, e.amount
       from ledger_txn t join ledger_entry e on e.txn_id = t.id join ledger_account a on a.id = e.account_id
      where t.kind = $1 and t.ref = $2`,
    [posting.kind, posting.ref],
  )
  const known = rows[0]
  if (source && known?.source_stream === source.stream && known.source_version === source.version) return
  const own = posting.entries.map(({ account, amount }) => ({ code: account.code, amount }))
  if (sums(rows) !== sums(own)) throw new LedgerConflict(`${nameOf(posting)} was posted with other amounts`)
}

/**
 * Writes ledger transactions into the caller's. Under one (kind, ref) once: again with the same amounts is nothing,
 * with others it throws `LedgerConflict`. That they sum to zero is the database's to refuse, at commit.
 */
export async function post(tx: Tx, postings: readonly Posting[], source: Source | null = null): Promise<void> {
  if (postings.length === 0) return
  await tx.query(openAccounts, [JSON.stringify(accountsOf(postings))])
  const { rows } = await tx.query<{ kind: string; ref: string }>(insert, [
    JSON.stringify(postings.map(headOf)),
    JSON.stringify(entriesOf(postings)),
    source?.stream ?? null,
    source?.version ?? null,
    source?.at ?? null,
  ])
  const written = new Set(rows.map(nameOf))
  for (const posting of postings) if (!written.has(nameOf(posting))) await mustEqual(tx, posting, source)
}
