import { type Money, sum } from '@/lib/kernel/money'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { ItemCount, OrderEvent, ParcelId, RefundBy, ReturnId, ShopId } from './events'
import { after } from './evolve'
import { releaseRest } from './receipt'
import { acceptRefund } from './refund'
import { merge, refundAmounts, withhold } from './refund-amounts'
import { idsOf, openReturns, type ParcelState, type PlacedState, parcelsOf, type ReturnState } from './state'

/** `shopId` null: the operator. */
type OnReturn = { returnId: ReturnId; shopId: ShopId | null }

export type ReturnCommand =
  | { type: 'RequestReturn'; returnId: ReturnId; parcelId: ParcelId; items: ItemCount[]; reason: string }
  | ({ type: 'ApproveReturn' } & OnReturn)
  | ({ type: 'RejectReturn'; answer: string } & OnReturn)
  /** Inspected. `items`: accepted, `delivery`: the fee goes back too, `deduction`: withheld for `answer`, a code. */
  | ({
      type: 'ReceiveReturn'
      items: ItemCount[]
      restock: boolean
      delivery: boolean
      deduction: Money
      answer: string
    } & OnReturn)

const toItems = (counts: Map<string, number>): ItemCount[] =>
  [...counts].map(([lineId, quantity]) => ({ lineId: lineId as ItemCount['lineId'], quantity }))

/** Goods that are on their way back in another return cannot come back twice. */
function tooMany(parcel: ParcelState, wanted: Map<string, number>): boolean {
  const coming = merge(openReturns(parcel).flatMap(({ items }) => items))
  return parcel.lines.some(({ lineId, quantity, back }) => {
    return (wanted.get(lineId) ?? 0) > quantity - back.quantity - (coming.get(lineId) ?? 0)
  })
}

function request(state: PlacedState, command: Extract<ReturnCommand, { type: 'RequestReturn' }>) {
  const { returnId, parcelId, reason } = command
  const parcel = state.parcels[parcelId]
  if (!parcel) return fail('not-found')
  if (parcel.returns[returnId]) return ok([])
  if (parcel.status !== 'delivered') return fail('not-delivered')
  if (!parcel.paid) return fail('not-paid')
  const counts = merge(command.items)
  if (counts.size === 0) return fail('nothing-to-refund')
  const worth = refundAmounts(parcel, { items: command.items }, state.currency)
  if (!worth.ok) return worth.code === 'refund-too-large' ? fail('return-too-large', worth.detail) : worth
  if (tooMany(parcel, counts)) return fail('return-too-large')
  const amount = sum(
    worth.value.lines.map((line) => line.amount),
    state.currency,
  )
  if (amount.amount === 0) return fail('nothing-to-refund')
  const data = { ...idsOf(state, parcelId, parcel), returnId, items: toItems(counts), reason, amount }
  return ok<OrderEvent[]>([{ type: 'ReturnRequested', data }])
}

type Found = { parcelId: ParcelId; parcel: ParcelState; asked: ReturnState }

function find(state: PlacedState, { returnId, shopId }: OnReturn): Found | null {
  for (const [parcelId, parcel] of parcelsOf(state)) {
    const asked = parcel.returns[returnId]
    if (asked) return shopId === null || shopId === parcel.shopId ? { parcelId, parcel, asked } : null
  }
  return null
}

type Received = Extract<ReturnCommand, { type: 'ReceiveReturn' }>
type Refusal = 'not-found' | 'return-too-large' | 'deduction-too-large' | 'wrong-currency' | 'refund-too-large'

function inspect(
  state: PlacedState,
  { parcelId, parcel, asked }: Found,
  command: Received,
): Result<OrderEvent[], Refusal> {
  const { returnId, restock, answer, deduction } = command
  if (deduction.currency !== state.currency) return fail('wrong-currency')
  const accepted = merge(command.items)
  const requested = merge(asked.items)
  if ([...accepted].some(([lineId, quantity]) => quantity > (requested.get(lineId) ?? 0))) {
    return fail('return-too-large')
  }
  const computed = refundAmounts(parcel, { items: command.items, delivery: command.delivery }, state.currency)
  if (!computed.ok) return computed
  const goods = computed.value.lines.reduce((total, line) => total + line.amount.amount, 0)
  if (deduction.amount < 0 || (deduction.amount > 0 && deduction.amount >= goods)) return fail('deduction-too-large')
  const { given, kept } = withhold(computed.value.lines, deduction.amount, state.currency)
  const of = { ...idsOf(state, parcelId, parcel), returnId, items: toItems(accepted), reason: asked.reason }
  const received: OrderEvent = { type: 'ReturnReceived', data: { ...of, restock, deduction, kept, answer } }
  const by: RefundBy = command.shopId === null ? 'operator' : 'shop'
  const why = { refundId: `rfd_${returnId.slice(4)}`, reason: asked.reason, by } as const
  const refund = acceptRefund(state, parcelId, parcel, { ...computed.value, lines: given }, why)
  return ok(refund.data.amount.amount > 0 ? [received, refund] : [received])
}

const allBack = ({ lines }: ParcelState) => lines.every(({ quantity, back }) => back.quantity === quantity)

/** When everything has come back, the parcel is returned; what the shop may keep of it leaves escrow. */
function receive(state: PlacedState, found: Found, command: Received) {
  const inspected = inspect(state, found, command)
  if (!inspected.ok) return inspected
  const { parcelId, parcel } = found
  const then = after(state, inspected.value)
  const returned = then.parcels[parcelId]
  const whole: OrderEvent[] =
    returned && allBack(returned)
      ? [{ type: 'ParcelReturned', data: { ...idsOf(state, parcelId, parcel), total: parcel.total } }]
      : []
  return ok([...inspected.value, ...whole, ...releaseRest(after(then, whole), parcelId)])
}

const target = { ApproveReturn: 'approved', RejectReturn: 'rejected', ReceiveReturn: 'received' } as const

function answer(state: PlacedState, command: Exclude<ReturnCommand, { type: 'RequestReturn' }>) {
  const found = find(state, command)
  if (!found) return fail('not-found')
  const { parcelId, parcel, asked } = found
  if (asked.status === target[command.type]) return ok<OrderEvent[]>([])
  const mayGo = asked.status === 'requested' || (asked.status === 'approved' && command.type !== 'ApproveReturn')
  if (!mayGo) return fail('wrong-status', { status: asked.status })
  const { returnId } = command
  const data = { ...idsOf(state, parcelId, parcel), returnId, items: asked.items, reason: asked.reason }
  if (command.type === 'ApproveReturn') return ok<OrderEvent[]>([{ type: 'ReturnApproved', data }])
  if (command.type === 'ReceiveReturn') return receive(state, found, command)
  const rejected: OrderEvent = { type: 'ReturnRejected', data: { ...data, answer: command.answer } }
  return ok([rejected, ...releaseRest(after(state, [rejected]), parcelId)])
}

export const decideReturn = (state: PlacedState, command: ReturnCommand) =>
  command.type === 'RequestReturn' ? request(state, command) : answer(state, command)
