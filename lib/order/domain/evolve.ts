import type { OrderEvent, OrderPlaced, ParcelId, RefundAccepted } from './events'
import { beginParcel, type LineState, type OrderState, type ParcelState, type PlacedState, parcelsOf } from './state'

function begin({ orderId, currency, total, credit, parcels }: OrderPlaced): PlacedState {
  const states = parcels.map((parcel) => [parcel.parcelId, beginParcel(parcel)])
  const own = Object.fromEntries(states) as Record<ParcelId, ParcelState>
  return {
    status: 'placed',
    orderId,
    currency,
    total,
    credit: credit?.amount ?? 0,
    creditBack: 0,
    released: false,
    paidBy: null,
    parcels: own,
    refundIds: [],
  }
}

type Of<Type extends OrderEvent['type']> = Extract<OrderEvent, { type: Type }>

/** Cash is in the shop's hand already, so nothing of it is in escrow. */
function pay(state: PlacedState, { paymentId, parcelIds, cash }: Of<'OrderPaid'>['data']): PlacedState {
  const parcels = parcelsOf(state).map(([parcelId, parcel]) => {
    if (!(parcelIds?.includes(parcelId) ?? parcel.status !== 'cancelled')) return [parcelId, parcel]
    const held = cash ? { released: parcel.share, receipt: 'operator' as const } : {}
    return [parcelId, { ...parcel, ...held, paid: true }]
  })
  const own = Object.fromEntries(parcels) as PlacedState['parcels']
  const status = state.status === 'placed' ? 'paid' : state.status
  return { ...state, status, released: true, paidBy: paymentId, parcels: own }
}

function refundLine(line: LineState, lines: RefundAccepted['lines']): LineState {
  const back = lines
    .filter(({ lineId }) => lineId === line.lineId)
    .reduce(
      (sum, { quantity, amount, subsidy, commission }) => ({
        quantity: sum.quantity + quantity,
        amount: sum.amount + amount.amount,
        subsidy: sum.subsidy + (subsidy?.amount ?? 0),
        commission: sum.commission + commission.amount,
      }),
      line.back,
    )
  return { ...line, back }
}

function refund(parcel: ParcelState, data: RefundAccepted): ParcelState {
  const { amount, subsidy, commission, released } = data
  const borne = data.unsold ? 0 : amount.amount + (subsidy?.amount ?? 0) - commission.amount - released.amount
  return {
    ...parcel,
    lines: parcel.lines.map((line) => refundLine(line, data.lines)),
    deliveryBack: parcel.deliveryBack + data.delivery.amount,
    deliverySubsidyBack: parcel.deliverySubsidyBack + (data.deliverySubsidy?.amount ?? 0),
    taken: parcel.taken + borne,
  }
}

function keep(line: LineState, { kept }: Of<'ReturnReceived'>['data']): LineState {
  const own = kept.find(({ lineId }) => lineId === line.lineId)
  if (!own) return line
  const { amount, subsidy, commission } = line.kept
  const withheld = {
    amount: amount + own.amount.amount,
    subsidy: subsidy + (own.subsidy?.amount ?? 0),
    commission: commission + own.commission.amount,
  }
  return { ...line, kept: withheld }
}

const moveReturn = (
  parcel: ParcelState,
  returnId: Of<'ReturnApproved'>['data']['returnId'],
  status: 'approved' | 'rejected' | 'received',
): ParcelState => {
  const found = parcel.returns[returnId]
  return found ? { ...parcel, returns: { ...parcel.returns, [returnId]: { ...found, status } } } : parcel
}

type OnParcel = Exclude<
  OrderEvent,
  { type: 'OrderPlaced' | 'OrderReleased' | 'OrderPaid' | 'OrderCancelled' | 'OrderCompleted' }
>

function evolveParcel(parcel: ParcelState, event: OnParcel): ParcelState {
  switch (event.type) {
    case 'ParcelConfirmed':
      return { ...parcel, status: 'confirmed' }
    case 'ParcelPacked':
      return { ...parcel, status: 'packed' }
    case 'ParcelShipped':
      return { ...parcel, status: 'shipped' }
    case 'ParcelDelivered':
      return { ...parcel, status: 'delivered' }
    case 'ParcelCancelled':
      return { ...parcel, status: 'cancelled' }
    case 'ParcelReturned':
      return { ...parcel, status: 'returned' }
    case 'RefundAccepted':
      return refund(parcel, event.data)
    case 'ParcelReleased':
      return { ...parcel, released: parcel.released + event.data.share.amount, receipt: event.data.by }
    case 'DisputeOpened': {
      const { disputeId, amount, by } = event.data
      const opened = { amount: amount.amount, open: true, byProvider: by === 'provider' }
      return { ...parcel, disputes: { ...parcel.disputes, [disputeId]: opened } }
    }
    case 'DisputeResolved': {
      const { disputeId } = event.data
      const found = parcel.disputes[disputeId]
      return found ? { ...parcel, disputes: { ...parcel.disputes, [disputeId]: { ...found, open: false } } } : parcel
    }
    case 'ReturnRequested': {
      const { returnId, items, amount, reason } = event.data
      const asked = { status: 'requested', items, amount: amount.amount, reason } as const
      return { ...parcel, returns: { ...parcel.returns, [returnId]: asked } }
    }
    case 'ReturnApproved':
      return moveReturn(parcel, event.data.returnId, 'approved')
    case 'ReturnRejected':
      return moveReturn(parcel, event.data.returnId, 'rejected')
    case 'ReturnReceived': {
      const lines = parcel.lines.map((line) => keep(line, event.data))
      return moveReturn({ ...parcel, lines }, event.data.returnId, 'received')
    }
  }
}

export function evolve(state: OrderState, event: OrderEvent): OrderState {
  if (event.type === 'OrderPlaced') return begin(event.data)
  if (state.status === 'new') return state
  switch (event.type) {
    case 'OrderReleased':
      return { ...state, released: true }
    case 'OrderPaid':
      return pay(state, event.data)
    case 'OrderCancelled':
      return { ...state, status: 'cancelled' }
    case 'OrderCompleted':
      return { ...state, status: 'completed' }
    default: {
      const { parcelId } = event.data
      const parcel = state.parcels[parcelId]
      if (!parcel) return state
      const parcels = { ...state.parcels, [parcelId]: evolveParcel(parcel, event) }
      if (event.type !== 'RefundAccepted') return { ...state, parcels }
      const { refundId, credit } = event.data
      const creditBack = state.creditBack + (credit?.amount ?? 0)
      return { ...state, parcels, creditBack, refundIds: [...state.refundIds, refundId] }
    }
  }
}

/** What a decision of several events builds on. */
export const after = (state: PlacedState, events: OrderEvent[]): PlacedState =>
  events.reduce<OrderState>(evolve, state) as PlacedState
