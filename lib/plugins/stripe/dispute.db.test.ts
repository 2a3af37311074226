import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { money } from '@/lib/kernel/money'
import { must } from '@/lib/kernel/result'
import { findBreaches } from '@/lib/ledger/invariants'
import { refundParcel, resolveDispute } from '@/lib/order'
import { operator, som } from '@/lib/order/test-paid-order'
import { listRefunds, settleRefund } from '@/lib/payment'
import { refundPayment } from '@/lib/payment/commands/execute-refund'
import { deliver, fake, orderByStripe, startStripe, stopStripe, TOTAL } from './stripe-fixture'

let pool: pg.Pool
beforeAll(async () => {
  pool = await startStripe()
})
afterAll(stopStripe)

let placed: Awaited<ReturnType<typeof orderByStripe>>
let told: ReturnType<typeof fake.pay>
let before: number
beforeEach(async () => {
  placed = await orderByStripe()
  told = fake.pay(placed.session)
  before = await clearing()
})

const clearing = async (): Promise<number> => {
  const { rows } = await pool.query(
    `select coalesce(sum(e.amount), 0)::bigint as sum from ledger_entry e join ledger_account a on a.id = e.account_id
      where a.code = 'clearing:stripe'`,
  )
  return Number(rows[0]?.sum)
}
/** What Stripe holds of this order's money, by our books. */
const held = async () => (await clearing()) - before
const pay = () => deliver('checkout.session.completed', told)
const disputeOf = (status: string, amount = TOTAL) => ({
  id: `dp_${placed.number}`,
  payment_intent: told['payment_intent'],
  amount,
  currency: 'uzs',
  status,
  reason: 'fraudulent',
})
const opened = (amount = TOTAL) => deliver('charge.dispute.created', disputeOf('needs_response', amount))
const closed = (status: string, amount = TOTAL, id?: string) =>
  deliver('charge.dispute.closed', disputeOf(status, amount), id ? { id } : {})
const disputes = async () => (await placed.see())?.disputes ?? []
const isSound = async () => expect(await findBreaches()).toEqual([])

it('a dispute freezes its amount and calls a person; the operator cannot decide it', async () => {
  await pay()
  expect(await opened(4_000_000)).toBe(200)
  expect(await disputes()).toMatchObject([{ status: 'open', reason: 'chargeback', amount: { amount: 4_000_000 } }])
  const [dispute] = await disputes()
  const refund = money(0, 'UZS')
  expect(await resolveDispute({ disputeId: dispute?.id ?? '', refund }, operator)).toMatchObject({
    code: 'decided-by-provider',
  })
  const { rows } = await pool.query('select kind, outcome from payment_finding where ref = $1', [`dp_${placed.number}`])
  expect(rows).toEqual([{ kind: 'charge.dispute.created', outcome: 'person' }])
  expect(await held()).toBe(TOTAL)
})

it('won: the shop keeps it; lost: it is refunded and gone at Stripe, without another call', async () => {
  await pay()
  await opened(4_000_000)
  await closed('won', 4_000_000)
  expect(await disputes()).toMatchObject([{ status: 'resolved', inFavourOf: 'shop' }])
  expect(await held()).toBe(TOTAL)
  const made = fake.refunds.size
  await deliver('charge.dispute.created', { ...disputeOf('needs_response', 3_000_000), id: `dp_2${placed.number}` })
  await deliver('charge.dispute.closed', { ...disputeOf('lost', 3_000_000), id: `dp_2${placed.number}` })
  expect(await placed.see()).toMatchObject({ refundedTotal: { amount: 3_000_000 } })
  expect(await listRefunds(placed.orderId)).toMatchObject([{ status: 'done', by: 'provider', reason: 'chargeback' }])
  expect(await held()).toBe(TOTAL - 3_000_000)
  expect(fake.refunds.size).toBe(made)
  await isSound()
})

it('comes to the same in any order and however often it is told', async () => {
  await closed('lost')
  await opened()
  await pay()
  await Promise.all(Array.from({ length: 8 }, (_, n) => closed('lost', TOTAL, `evt_${n}${placed.number}`)))
  await opened()
  await closed('won', TOTAL, `evt_late${placed.number}`)
  expect(await disputes()).toMatchObject([{ status: 'resolved', inFavourOf: 'buyer', refunded: { amount: TOTAL } }])
  expect(await placed.see()).toMatchObject({ status: 'cancelled', refundedTotal: { amount: TOTAL } })
  expect(await held()).toBe(0)
  await isSound()
})

it('counts beside what went back before it, never twice', async () => {
  await pay()
  const charge = { id: `ch_${placed.number}`, payment_intent: told['payment_intent'], currency: 'uzs' }
  await deliver('charge.refunded', { ...charge, amount_refunded: 2_500_000 })
  await opened(TOTAL)
  await closed('lost', TOTAL)
  await deliver('charge.refunded', { ...charge, amount_refunded: 2_500_000 }, { id: `evt_again${placed.number}` })
  expect(await placed.see()).toMatchObject({ refundedTotal: { amount: TOTAL } })
  expect(await held()).toBe(0)
  await isSound()
})

const refunded = async () => {
  const [parcel] = (await placed.see())?.parcels ?? []
  const { refundId } = must(
    await refundParcel({ parcelId: parcel?.id ?? '', amount: som(40_000), reason: 'agreed' }, operator),
  )
  await refundPayment({ paymentId: placed.invoice.paymentId, refundId })
  const object = {
    id: [...fake.refunds.keys()].at(-1),
    payment_intent: told['payment_intent'],
    amount: 4_000_000,
    currency: 'uzs',
    metadata: { refund: refundId },
  }
  return { refundId, object }
}
const total = (amount: number) =>
  deliver('charge.refunded', {
    id: `ch_${placed.number}`,
    payment_intent: told['payment_intent'],
    currency: 'uzs',
    amount_refunded: amount,
  })

it('a refund that the buyer’s bank sent back is due again, and a person settles it', async () => {
  await pay()
  const { refundId, object } = await refunded()
  await total(4_000_000)
  expect(await listRefunds(placed.orderId)).toMatchObject([{ status: 'done' }])
  expect(await held()).toBe(TOTAL - 4_000_000)
  const failure = { ...object, status: 'failed', failure_reason: 'lost_or_stolen_card' }
  await deliver('refund.failed', failure)
  await deliver('refund.updated', failure)
  await total(4_000_000)
  expect(await listRefunds(placed.orderId)).toMatchObject([
    { status: 'manual', failure: 'stripe-refund-lost_or_stolen_card', doneAt: null },
  ])
  expect(await held()).toBe(TOTAL)
  await isSound()
  must(await settleRefund(refundId, operator))
  expect(await listRefunds(placed.orderId)).toMatchObject([{ status: 'done' }])
  expect(await held()).toBe(TOTAL - 4_000_000)
  await isSound()
})

it('that fails before anybody heard that it went out stays due', async () => {
  fake.refundStatus = 'pending'
  await pay()
  const { object } = await refunded()
  fake.refundStatus = 'succeeded'
  await deliver('refund.updated', { ...object, status: 'pending' })
  expect(await listRefunds(placed.orderId)).toMatchObject([{ status: 'accepted' }])
  await deliver('refund.updated', { ...object, status: 'failed' })
  await total(4_000_000)
  expect(await listRefunds(placed.orderId)).toMatchObject([{ status: 'manual' }])
  expect(await held()).toBe(TOTAL)
  await isSound()
})
