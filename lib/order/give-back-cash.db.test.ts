import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { settle } from '@/lib/kernel/test-work'
import { shopBalances } from '@/lib/ledger'
import { findBreaches } from '@/lib/ledger/invariants'
import { listRefunds } from '@/lib/payment'
import { refundPayment } from '@/lib/payment/commands/execute-refund'
import { getOrder, giveBackCash, refundParcel } from '.'
import { order, seedMarket } from './test-market'
import { deliver, shopA, shopB, som } from './test-paid-order'

let pool: pg.Pool
beforeAll(async () => {
  pool = await testDb()
  await seedMarket(pool, 100)
})
afterAll(dropTestDbs)

/** Delivered for cash, and taken back by the shop: the money is still in its courier's hand. */
async function cashToGiveBack() {
  const placed = await order({ var_a1: 1 }, 'cash')
  const see = async () => getOrder({ id: placed.orderId }, { token: placed.accessToken })
  const parcelId = (await see())?.parcels[0]?.id ?? ''
  must(await deliver(parcelId))
  await settle(async () => expect(await see()).toMatchObject({ paidTotal: placed.total }))
  const { refundId } = must(await refundParcel({ parcelId, all: true, reason: 'agreed' }, shopA))
  const [refund] = await listRefunds(placed.orderId)
  if (!refund) throw new Error('no refund')
  return { refundId, paymentId: refund.paymentId, orderId: placed.orderId, see }
}

it('the shop that holds the cash says that the buyer has it, and owes it no more', async () => {
  const { refundId, paymentId, orderId, see } = await cashToGiveBack()
  const said = { refundId, amount: som(100_000), note: 'Handed over at the door' }
  expect(await giveBackCash(said, shopA)).toMatchObject({ code: 'refund-in-progress' })
  await refundPayment({ paymentId, refundId })
  expect(await giveBackCash(said, shopB)).toMatchObject({ code: 'not-found' })
  expect(await giveBackCash(said, { kind: 'guest' })).toMatchObject({ code: 'not-found' })
  expect(await giveBackCash({ ...said, amount: som(99_999) }, shopA)).toMatchObject({ code: 'wrong-amount' })
  expect(await findBreaches()).toEqual([])
  must(await giveBackCash(said, shopA))
  must(await giveBackCash({ ...said, note: 'Said again' }, shopA))
  expect(await listRefunds(orderId)).toMatchObject([{ status: 'done' }])
  expect((await see())?.refundNotes).toEqual({ [refundId]: said.note })
  expect(await shopBalances(pool, 'sho_a')).toMatchObject({ debt: { amount: 0 }, payable: { amount: 0 } })
  expect(await findBreaches()).toEqual([])
})
