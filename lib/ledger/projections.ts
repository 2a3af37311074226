import type { Tx } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import type { Recorded } from '@/lib/kernel/event-store'
import { type Currency, money } from '@/lib/kernel/money'
import { maybe, on, type Reaction } from '@/lib/kernel/plugin'
import type { EventOf } from '@/lib/order/domain/events'
import type { PaymentEvent } from '@/lib/payment/domain/events'
import { shopAccount } from './accounts'
import { lockedBalance } from './locked-balance'
import { post, type Source } from './post'
import { capturePosting, refundPaidPosting, refundReturnedPosting } from './postings/capture'
import { creditFreedPosting, creditHeldPosting, creditSpentPosting } from './postings/credit'
import { refundPosting, releasePosting } from './postings/parcel'
import { cashKeptPosting, salePosting } from './postings/sale'
import { readParcel } from './read-parcel'

type OfPayment<Type extends PaymentEvent['type']> = Extract<PaymentEvent, { type: Type }>

const sourceOf = ({ streamId, version, at }: Recorded): Source => ({ stream: streamId, version, at })
const nameOf = ({ streamId, version }: Recorded) => `${streamId}@${version}`

type Past = EventOf<'OrderPlaced'> | EventOf<'ParcelReleased'> | EventOf<'ParcelCancelled'>

/** The order as it was placed, and what was released of it before: cash was expected, another way of paying came. */
async function readOrder(tx: Tx, stream: string, before: number) {
  const { rows } = await tx.query<Past & { version: number }>(
    `select type, data, version from event
      where stream_id = $1 and version < $2 and type in ('OrderPlaced', 'ParcelReleased', 'ParcelCancelled')
      order by version`,
    [stream, before],
  )
  const [placed, ...later] = rows
  if (placed?.type !== 'OrderPlaced') throw new Error(`Money for an order that was never placed: ${stream}`)
  const released = later.flatMap((row) => (row.type === 'ParcelReleased' ? [row] : []))
  const cancelled = later.flatMap((row) => (row.type === 'ParcelCancelled' ? [row.data.parcelId] : []))
  const living = placed.data.parcels.map(({ parcelId }) => parcelId).filter((id) => !cancelled.includes(id))
  return { placed: placed.data, released, living }
}

const capture = (excess: boolean): Reaction =>
  on<OfPayment<'PaymentCaptured'>>((tx, event) => post(tx, capturePosting({ ...event.data, excess }), sourceOf(event)))

type Released = { data: EventOf<'ParcelReleased'>['data']; version: number }

async function toRelease(tx: Tx, { data, version }: Released, stream: string) {
  const reserveBp = (await maybe('shop-reserve')?.(tx, data.shopId)) ?? 0
  return { ...data, version, reserveBp, sources: [`${stream}@${version}`] }
}

/** Each parcel that this money pays for is sold now; what it was placed at is frozen in the first event of its order. */
async function sell(tx: Tx, event: Recorded<EventOf<'OrderPaid'>>): Promise<void> {
  const { orderId, paymentId, cash } = event.data
  const { placed, released, living } = await readOrder(tx, event.streamId, event.version)
  const parcelIds = event.data.parcelIds ?? living
  const { number, currency } = placed
  const sources = [`${event.streamId}@1`, nameOf(event)]
  const parcels = placed.parcels.filter(({ parcelId }) => parcelIds.includes(parcelId))
  const postings = parcels.flatMap((parcel) => {
    const sale = { orderId, number, paymentId, currency, parcel, vatBp: env.VAT_PERCENT * 100, sources }
    return cash ? [...salePosting(sale), ...cashKeptPosting(sale)] : salePosting(sale)
  })
  const spent = placed.credit ? creditSpentPosting({ orderId, number, amount: placed.credit, sources }) : []
  await post(tx, [...spent, ...postings], sourceOf(event))
  if (cash) return
  for (const past of released.filter(({ data }) => parcelIds.includes(data.parcelId))) {
    await post(tx, releasePosting(await toRelease(tx, past, event.streamId), { number }), sourceOf(event))
  }
}

/** Money that has not come cannot go back: an order that was not paid has nothing in the books. */
async function acceptRefund(tx: Tx, event: Recorded<EventOf<'RefundAccepted'>>): Promise<void> {
  const { paymentId, parcelId, unsold } = event.data
  if (!paymentId) return
  const position = await readParcel(tx, parcelId)
  if (position.sold === unsold) throw new Error(`The books and the order disagree whether ${parcelId} was sold`)
  const held = event.data.credit?.amount ? await heldCredit(tx, event.data.orderId) : null
  await post(
    tx,
    refundPosting(
      { ...event.data, paymentId, buyerId: held?.userId ?? null, sources: [nameOf(event), event.data.refundId] },
      position,
    ),
    sourceOf(event),
  )
}

/** Who pays an order with how much credit, as it was held when it was placed. */
async function heldCredit(tx: Tx, orderId: string) {
  const { rows } = await tx.query<{ userId: string; amount: number; number: string; currency: Currency }>(
    `select a.user_id as "userId", e.amount, t.number, e.currency
       from ledger_txn t join ledger_entry e on e.txn_id = t.id join ledger_account a on a.id = e.account_id
      where t.kind = 'credit-held' and t.ref = $1 and a.user_id is not null`,
    [orderId],
  )
  const row = rows[0]
  return row ? { userId: row.userId, number: row.number, amount: money(row.amount, row.currency) } : null
}

async function holdCredit(tx: Tx, event: Recorded<EventOf<'OrderPlaced'>>): Promise<void> {
  const { orderId, number, buyerId, credit } = event.data
  if (!credit) return
  if (!buyerId) throw new Error(`Credit of nobody pays for ${orderId}`)
  const held = { orderId, number, userId: buyerId, amount: credit, sources: [nameOf(event)] }
  await post(tx, creditHeldPosting(held), sourceOf(event))
}

/** An order that was paid before it was cancelled has given its credit back by refunds. */
async function freeCredit(tx: Tx, event: Recorded<EventOf<'OrderCancelled'>>): Promise<void> {
  const { orderId } = event.data
  const held = await heldCredit(tx, orderId)
  if (!held) return
  const { rowCount } = await tx.query(`select 1 from ledger_txn where kind = 'credit-spent' and ref = $1`, [orderId])
  if (!rowCount) await post(tx, creditFreedPosting({ orderId, ...held, sources: [nameOf(event)] }), sourceOf(event))
}

/** A parcel paid in cash has nothing in escrow, and one that was not paid yet is released when the money comes. */
async function release(tx: Tx, event: Recorded<EventOf<'ParcelReleased'>>): Promise<void> {
  const position = await readParcel(tx, event.data.parcelId)
  if (position.cash || !position.sold) return
  await post(tx, releasePosting(await toRelease(tx, event, event.streamId), position), sourceOf(event))
}

async function payRefund(tx: Tx, event: Recorded<OfPayment<'PaymentRefunded'>>): Promise<void> {
  const { refundId, provider, amount } = event.data
  const kept = provider === 'cash' ? await findCash(tx, refundId, amount.currency) : null
  await post(tx, refundPaidPosting({ ...event.data, kept }), sourceOf(event))
}

const returnRefund: Reaction = on<OfPayment<'RefundReturned'>>((tx, event) =>
  post(tx, refundReturnedPosting(event.data), sourceOf(event)),
)

/** The shop that holds the cash of the parcel that a refund is for. */
async function findCash(tx: Tx, refundId: string, currency: Currency) {
  const { rows } = await tx.query<{ parcel_id: string; shop_id: `sho_${string}`; number: string | null }>(
    `select t.parcel_id, k.shop_id, t.number
       from ledger_txn t
       join lateral (select a.shop_id from ledger_txn c join ledger_entry e on e.txn_id = c.id
                       join ledger_account a on a.id = e.account_id
                      where c.kind = 'cash-kept' and c.ref = t.parcel_id and a.shop_id is not null limit 1) k on true
      where t.kind = 'refund' and t.ref = $1`,
    [refundId],
  )
  const found = rows[0]
  if (!found) return null
  const { held } = await readParcel(tx, found.parcel_id)
  const debt = await lockedBalance(tx, shopAccount('shop_debt', found.shop_id, currency).code)
  return { parcelId: found.parcel_id, shopId: found.shop_id, number: found.number, amount: held, debt }
}

/**
 * Every effect on money, in the transaction of the event that causes it. They own no table to be emptied: told again,
 * an event finds its own posting and changes nothing.
 */
export const projections: Record<string, Reaction> = {
  PaymentCaptured: capture(false),
  PaymentCapturedExcess: capture(true),
  OrderPlaced: on(holdCredit),
  OrderPaid: on(sell),
  OrderCancelled: on(freeCredit),
  RefundAccepted: on(acceptRefund),
  ParcelReleased: on(release),
  PaymentRefunded: on(payRefund),
  RefundReturned: returnRefund,
}
