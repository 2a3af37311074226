import { sql } from '@/lib/kernel/db'
import type { Money } from '@/lib/kernel/money'
import { refundParcel } from '@/lib/order'
import { listDueRefunds, settleRefund } from '@/lib/payment'
import type { Flags } from './parse-flags'
import { tiyin } from './tiyin'
import { UsageError } from './usage-error'

const actor = { kind: 'system', id: 'command line' } as const

type Row = { id: string; currency: Money['currency']; left: number }

/** Several parcels are refunded one after the other, an amount from the first that has something left. */
async function refundOne(row: Row, amount: number | null): Promise<number> {
  const { id: parcelId, currency } = row
  const part = amount === null ? row.left : Math.min(amount, row.left)
  const what = amount === null ? { all: true as const } : { amount: { amount: String(part), currency } }
  const refunded = await refundParcel({ parcelId, reason: 'agreed', ...what }, actor)
  if (!refunded.ok) throw new UsageError(`Parcel ${parcelId} cannot be refunded: ${refunded.code}.`)
  console.log(`${refunded.value.refundId}  ${part} tiyin of parcel ${parcelId}`)
  return part
}

/** Everything that is left of an order, or an amount of it; `--parcel` limits it to one. */
export async function refundOrder(flags: Flags): Promise<number> {
  const number = flags.need('number').toUpperCase()
  const amount = tiyin(flags.get('amount'), 'amount')
  if (amount === undefined && !flags.has('all')) throw new UsageError('Say --all or --amount <soʻm>.')
  const { rows } = await sql.query<Row>(
    `select p.id, p.currency, p.total - p.refunded as left
       from parcel_view p join order_view o on o.id = p.order_id
      where o.number = $1 and p.paid and p.total > p.refunded and ($2::text is null or p.id = $2) order by p.id`,
    [number, flags.get('parcel') ?? null],
  )
  if (rows.length === 0) throw new UsageError(`Nothing of order ${number} is paid and left to refund.`)
  let due = amount ?? null
  const left = rows.reduce((sum, row) => sum + row.left, 0)
  if (due !== null && due > left) throw new UsageError(`Only ${left} tiyin are left of order ${number}.`)
  for (const row of rows) {
    if (due === 0) break
    const part = await refundOne(row, due)
    if (due !== null) due -= part
  }
  return 0
}

/** Without --id it lists what waits for a person. */
export async function settleByHand(flags: Flags): Promise<number> {
  const id = flags.get('id')
  if (!id) {
    for (const one of await listDueRefunds()) {
      console.log(`${one.id}  ${one.provider}  ${one.amount.amount} ${one.amount.currency}  ${one.failure ?? ''}`)
    }
    return 0
  }
  const settled = await settleRefund(id, actor)
  if (!settled.ok) throw new UsageError(`Refund ${id}: ${settled.code}.`)
  console.log(`Refund ${id} is settled.`)
  return 0
}
