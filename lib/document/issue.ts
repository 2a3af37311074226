import type { Tx } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { type DocumentData, type DocumentKind, documentName } from './schema'

const letters: Record<DocumentKind, string> = {
  receipt: 'R',
  act: 'A',
  'refund-receipt': 'RR',
  'refund-act': 'RA',
}

const TASHKENT = 5 * 3_600_000

export type Issue = {
  kind: DocumentKind
  ref: string
  shopId: string
  orderId: string
  parcelId: string
  at: string
  data: DocumentData
}

/** One paper of a kind for each effect; its number is the next of its series and year, and none is ever left out. */
export async function issue(tx: Tx, { kind, ref, shopId, orderId, parcelId, at, data }: Issue): Promise<void> {
  const known = await tx.query('select 1 from document where kind = $1 and ref = $2', [kind, ref])
  if (known.rowCount) return
  const year = new Date(new Date(at).getTime() + TASHKENT).getUTCFullYear()
  const series = `${letters[kind]}-${year}`
  const { rows } = await tx.query<{ last: number }>(
    `insert into document_series (series, last) values ($1, 1)
     on conflict (series) do update set last = document_series.last + 1 returning last`,
    [series],
  )
  const amount = kind.endsWith('act') ? data.commission : data.total
  await tx.query(
    `insert into document (id, kind, ref, series, number, shop_id, order_id, parcel_id, currency, amount, data, issued_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      newId('doc'),
      kind,
      ref,
      series,
      rows[0]?.last,
      shopId,
      orderId,
      parcelId,
      data.currency,
      amount,
      JSON.stringify(data),
      at,
    ],
  )
}

/** What a refund's paper refers to; null where the sale is older than papers are. */
export async function nameOf(tx: Tx, kind: DocumentKind, ref: string): Promise<string | null> {
  const { rows } = await tx.query<{ series: string; number: number }>(
    'select series, number from document where kind = $1 and ref = $2',
    [kind, ref],
  )
  return rows[0] ? documentName(rows[0].series, rows[0].number) : null
}
