import { prepared, type Tx } from '@/lib/kernel/db'
import type { ParcelPosition } from './postings/parcel'
import type { AccountKind, EntryType } from './schema'

type Row = { kind: AccountKind; type: EntryType; amount: number; number: string | null; vat_bp: number | null }

const select = prepared(
  `select a.kind, e.type, sum(e.amount)::bigint as amount, max(t.number) as number,
          max((e.formula->>'vatBp')::int) as vat_bp
     from ledger_txn t join ledger_entry e on e.txn_id = t.id join ledger_account a on a.id = e.account_id
    where t.parcel_id = $1 group by a.kind, e.type`,
)

/**
 * Where the money of a parcel stands. Effects on one parcel follow each other in its order's stream, so nothing can
 * come between this reading and the posting.
 */
export async function readParcel(tx: Tx, parcelId: string): Promise<ParcelPosition> {
  const { rows } = await tx.query<Row>(select, [parcelId])
  const sum = (kind: AccountKind, types?: EntryType[]) =>
    rows
      .filter((row) => row.kind === kind && (types?.includes(row.type) ?? true))
      .reduce((total, { amount }) => total + amount, 0)
  const sale = rows.find(({ kind, type }) => kind === 'buyer_funds' && type === 'sale')
  return {
    number: sale?.number ?? null,
    sold: sale !== undefined,
    pending: -sum('shop_pending'),
    cash: rows.some(({ type }) => type === 'cash-kept'),
    held: -sum('clearing', ['cash-kept', 'cash-returned']),
    commissionBack: sum('platform_fee', ['commission-refund']) + sum('vat_on_fee', ['vat-refund']),
    vatBp: rows.find(({ type, vat_bp }) => type === 'commission' && vat_bp !== null)?.vat_bp ?? 0,
  }
}
