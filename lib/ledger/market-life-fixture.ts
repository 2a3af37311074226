import { person } from '@/lib/auth/person-fixture'
import type { ShopActor } from '@/lib/auth/schema'
import { transact } from '@/lib/kernel/db'
import { minus, money, toWire } from '@/lib/kernel/money'
import { grantCredit, takeCredit } from '@/lib/ledger'
import * as orders from '@/lib/order'
import type { Order, Parcel } from '@/lib/order/schema'
import { orderOf, order as place } from '@/lib/order/test-market'
import { captureFor, listPayments, listRefunds, refundByProvider, settleRefund, startPayment } from '@/lib/payment'
import { paymentModule } from '@/lib/payment/plugin'
import type { Provider } from '@/lib/payment/schema'
import { approvePayout, exportPayouts, markPayoutPaid, proposePayouts, rejectPayout } from '@/lib/payout'

const operator = person('operator', 'admin')
const spender = person('spender', 'buyer')
const given = { userId: spender.id, amount: money(33_333_333, 'UZS'), rule: 'gift', sources: [] }
const second = person('second', 'staff')
const shopActor = (shopId: string): ShopActor => ({
  kind: 'shop',
  shopId: shopId as ShopActor['shopId'],
  keyId: 'key',
  scopes: [],
})

type Placed = Awaited<ReturnType<typeof place>>
export type World = { placed: Placed[]; weeks: number; payouts: string[] }
type Draw = { at: number; share: number; n: number; provider: Provider }

const DAY = 86_400_000
const started = new Date('2026-11-23T09:00:00Z').getTime()

const chosen = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)]

async function seen(world: World, at: number): Promise<{ placed: Placed; order: Order } | null> {
  const placed = chosen(world.placed, at)
  const order = placed && (await orders.getOrder({ id: placed.orderId }, { token: placed.accessToken }))
  return placed && order ? { placed, order } : null
}

const onParcel = (act: (parcel: Parcel, shop: ShopActor, draw: Draw, placed: Placed) => Promise<unknown>) =>
  async function onChosenParcel(world: World, draw: Draw) {
    const found = await seen(world, draw.at)
    const parcel = found && chosen(found.order.parcels, draw.n)
    if (parcel) await act(parcel, shopActor(parcel.shop.id), draw, found.placed)
  }

/** Like the worker: due refunds are sent. A gateway that cannot leaves them to a person. */
async function sendRefunds(world: World): Promise<void> {
  const send = paymentModule.functions?.['refund-payment'] as (input: { refundId: string }) => Promise<unknown>
  for (const { orderId } of world.placed) {
    for (const { id, status } of await listRefunds(orderId)) if (status === 'accepted') await send({ refundId: id })
  }
}

/** Paid for by the market, by half, by the shop; by far more than the commission; or for the way, which may be free. */
export const coupons = [
  { code: 'BOZORDAN', kind: 'percent', percentBp: 3333, marketBp: 10_000 },
  { code: 'YARMI', kind: 'percent', percentBp: 9000, marketBp: 5001, shopId: 'sho_a' },
  { code: 'DOKONDAN', kind: 'fixed', amount: 777_777, marketBp: 0, shopId: 'sho_b' },
  { code: 'HAMMASI', kind: 'fixed', amount: 100_000_000, marketBp: 10_000 },
] as const
const fits = (code: string, wish: Record<string, number>) =>
  Object.keys(wish).some((id) =>
    code === 'YARMI' ? id.startsWith('var_a') : code !== 'DOKONDAN' || id.startsWith('var_b'),
  )

const part = (amount: number, share: number) => Math.max(1, Math.round((amount * share) / 100))
const advance = [orders.confirmParcel, orders.packParcel, orders.shipParcel, orders.deliverParcel]

export const commands: Record<string, (world: World, draw: Draw) => Promise<unknown>> = {
  place: async (world, { at, n, share, provider }) => {
    const wishes = [{ var_a1: 1 }, { var_a1: 3, var_b2: 1 }, { var_b1: 2 }, { var_a2: 1, var_b1: 1, var_b2: 2 }]
    const wish = chosen(wishes, n) ?? {}
    const code = chosen([undefined, ...coupons.map((one) => one.code).filter((one) => fits(one, wish))], share)
    const placed = await place(wish, provider, at % 2 ? 'courier' : 'pickup', code)
    world.placed.push(placed)
    return startPayment(placed.orderId, provider, 'uz')
  },
  // The market gives more than is spent at times, less at others; what is too much is refused.
  placeWithCredit: async (world, { at, n, share, provider }) => {
    await transact((tx) => grantCredit(tx, { ...given, ref: `gift-${world.placed.length}-${at}-${share}` }))
    const wishes: Record<string, number>[] = [{ var_a1: 1 }, { var_a1: 2, var_b1: 1 }, { var_a2: 1, var_b2: 2 }]
    const wish = chosen(wishes, n) ?? {}
    const total = Object.entries(wish).reduce((sum, [id, count]) => sum + count * Number(id.at(-1)) * 10_000_000, 0)
    const placed = await orderOf(spender, wish, share > 90 ? total : part(total, share), provider)
    if (!placed.ok) return placed
    world.placed.push(placed.value)
    return startPayment(placed.value.orderId, provider, 'uz')
  },
  takeCreditBack: async (world, { at, share }) =>
    transact((tx) => takeCredit(tx, { ...given, ref: `gift-${world.placed.length}-${at}-${share}` })),
  // Long lives in one step: what comes after a delivery is seldom reached by chance.
  sell: async (world, draw) => {
    await commands['place']?.(world, draw)
    const at = world.placed.length - 1
    await commands['pay']?.(world, { ...draw, at })
    const found = await seen(world, at)
    for (const { id, shop } of found?.order.parcels ?? []) {
      for (const step of advance) await step({ parcelId: id }, shopActor(shop.id))
      if (draw.share % 2) await orders.confirmReceipt(id, { token: found?.placed.accessToken })
    }
  },
  // The reference depends on the draw, so money comes again under the same number, under another, elsewhere, late.
  pay: async (world, { at, n, provider }) => {
    const found = await seen(world, at)
    if (!found || provider === 'cash') return
    const { id, number, credit } = found.order
    const total = minus(found.order.total, credit)
    if (total.amount === 0) return
    const order = { id, number, total, state: 'payable' as const }
    const providerRef = `${provider}-${number}-${n % 2}`
    return transact(async (tx) => ({
      ok: true as const,
      value: await captureFor(tx, { order, provider, amount: total, providerRef }),
    }))
  },
  advance: onParcel((parcel, shop, { share }) =>
    Promise.all(advance.slice(0, 1 + (share % 4)).map((step) => step({ parcelId: parcel.id }, shop))),
  ),
  deliver: onParcel(async (parcel, shop) => {
    for (const step of advance) await step({ parcelId: parcel.id }, shop)
  }),
  cancelParcel: onParcel((parcel, shop) => orders.cancelParcel({ parcelId: parcel.id }, shop)),
  cancelOrder: async (world, { at }) => {
    const found = await seen(world, at)
    if (found) await orders.cancelOrder({ id: found.order.id }, { token: found.placed.accessToken })
  },
  expire: async (world, { at }) => {
    const found = await seen(world, at)
    if (found) await orders.expireOrder({ orderId: found.order.id })
  },
  refundItems: onParcel((parcel, shop, { n }) => {
    const item = chosen(parcel.items, n)
    const items = item ? [{ itemId: item.id, quantity: 1 }] : []
    return orders.refundParcel({ parcelId: parcel.id, items, reason: 'agreed' }, shop)
  }),
  refundAmount: onParcel((parcel, shop, { share }) => {
    const amount = toWire(money(part(parcel.total.amount, share), parcel.total.currency))
    return orders.refundParcel({ parcelId: parcel.id, amount, reason: 'agreed' }, shop)
  }),
  refundAll: onParcel((parcel) => orders.refundParcel({ parcelId: parcel.id, reason: 'agreed' }, operator)),
  receive: onParcel((parcel, _shop, _draw, placed) => orders.confirmReceipt(parcel.id, { token: placed.accessToken })),
  askReturn: onParcel((parcel, _shop, { n }, placed) => {
    const items = parcel.items.slice(0, 1 + (n % 2)).map(({ id }) => ({ itemId: id, quantity: 1 }))
    return orders.requestReturn({ parcelId: parcel.id, items, reason: 'damaged' }, { token: placed.accessToken })
  }),
  answerReturn: async (_world, { at, n, share }) => {
    const found = chosen((await orders.listReturns(operator)).items, at)
    if (!found) return
    if (n % 4 === 0) return orders.rejectReturn({ returnId: found.id, reason: 'used' }, operator)
    await orders.approveReturn({ returnId: found.id }, operator)
    if (n % 4 === 1) return
    const deduction = n % 4 === 2 ? { deduction: toWire(money(share * 1000, 'UZS')) } : {}
    return orders.receiveReturn({ returnId: found.id, restock: n % 2 === 0, ...deduction }, operator)
  },
  dispute: onParcel((parcel, _shop, { share }, placed) => {
    const amount = toWire(money(part(parcel.total.amount, share), parcel.total.currency))
    return orders.openDispute({ parcelId: parcel.id, amount, reason: 'damaged' }, { token: placed.accessToken })
  }),
  resolve: async (_world, { at, share }) => {
    const found = chosen((await orders.listDisputes(operator)).items, at)
    if (!found) return
    const refund = money(Math.round((found.amount.amount * (share % 101)) / 100), 'UZS')
    return orders.resolveDispute({ disputeId: found.id, refund }, operator)
  },
  providerRefund: async (world, { at, n, share }) => {
    const found = await seen(world, at)
    const payment = found && chosen(await listPayments(found.order.id), n)
    if (!payment || payment.captured.amount === 0) return
    const amount = n % 3 === 0 ? payment.captured.amount : part(payment.captured.amount, share)
    const totalRefunded = money(Math.min(amount, payment.captured.amount), 'UZS')
    return transact((tx) => refundByProvider(tx, { paymentId: payment.id, totalRefunded, reason: 'cabinet' }))
  },
  sendRefunds,
  settle: async (world, { at, n }) => {
    const found = await seen(world, at)
    const refund = found && chosen(await listRefunds(found.order.id), n)
    if (refund) await settleRefund(refund.id, operator)
  },
  propose: async (world) => {
    world.weeks += 5
    const asked = { at: new Date(started + world.weeks * 7 * DAY) }
    const run = await proposePayouts(asked, operator)
    if (run.ok) world.payouts.push(...run.value.proposed.flatMap(({ payoutId }) => (payoutId ? [payoutId] : [])))
  },
  rejectPayout: async (world, { at }) => {
    const id = chosen(world.payouts, at)
    if (id) await rejectPayout(id, 'details', operator)
  },
  payOut: async (world, { at, n }) => {
    const id = chosen(world.payouts, at)
    if (!id) return
    await approvePayout(id, second)
    await exportPayouts([id], operator)
    if (n % 3 > 0) await markPayoutPaid(id, operator)
  },
}
