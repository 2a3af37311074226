import { createHash, randomInt } from 'node:crypto'
import { type Actor, actorId } from '@/lib/auth/schema'
import { type CartRef, type TakenCart, takeCart } from '@/lib/cart'
import { reserveStock } from '@/lib/catalog'
import type { Locale } from '@/lib/i18n'
import { crashPoint } from '@/lib/kernel/crash-point'
import { prepared, type Tx, together, transact } from '@/lib/kernel/db'
import { append } from '@/lib/kernel/event-store'
import { newId } from '@/lib/kernel/id'
import { enqueue } from '@/lib/kernel/jobs'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { startInstantPayment } from '@/lib/payment'
import { takeCoupon } from '@/lib/promotion'
import type { OrderEvent, OrderPlaced, QuotedParcel } from '../domain/events'
import { orderNumber } from '../domain/number'
import { order, type PlaceOrder } from '../domain/order'
import { stockLines } from '../domain/stock-lines'
import { hashToken } from '../queries/open-order'
import type { OrderContact, OrderId, PlacedOrder, PlaceOrderFailure, PlaceOrderInput } from '../schema'
import { accessTokenOf } from './access-token'
import { type Cutting, cutPrices } from './cut-prices'
import { HOLD_MINUTES, RELEASED_MINUTES } from './hold-minutes'
import { orderAsPlaced } from './order-as-placed'
import { placedOrder } from './placed-order'
import { quoteOrder } from './quote-order'
import { refuseOrder, toPay } from './refuse-order'

export type Placing = PlaceOrderInput & {
  /** Needed where the reader may own several carts or the cart may already be ordered. */
  cartId?: string | undefined
  locale?: Locale | undefined
  /** The Idempotency-Key: the same attempt finds its own order again, another one finds the cart closed. */
  attempt?: string | undefined
}

const cartRef = (actor: Actor, cartId: string | undefined): CartRef =>
  actor.kind === 'guest' && actor.cartToken ? { token: actor.cartToken, id: cartId } : { ...actor, cartId }

/** Time first, like every id; of one attempt on one cart there is only one. */
function orderIdOf({ cartId, attempt }: Placing): OrderId {
  if (!cartId || !attempt) return newId('ord')
  const digest = createHash('sha256').update(`${cartId}\n${attempt}`).digest('hex')
  return `ord_${cartId.slice(4, 16)}${digest.slice(0, 20)}`
}

// Who and where: erasable, so it never enters the log.
const insertContact = prepared(
  `insert into order_contact (order_id, name, phone, email, region, district, street, landmark, locale,
                              access_token_hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
)

const keepContact = (tx: Tx, orderId: OrderId, { name, phone, email, address }: OrderContact, locale: Locale) =>
  tx.query(insertContact, [
    orderId,
    name,
    phone,
    email,
    address?.region ?? null,
    address?.district ?? null,
    address?.street ?? null,
    address?.landmark ?? null,
    locale,
    hashToken(accessTokenOf(orderId)),
  ])

const contactOf = ({ contact: { name, phone, email }, address }: Placing): OrderContact => ({
  name,
  phone,
  email: email ?? null,
  address: address ? { ...address, landmark: address.landmark ?? null } : null,
})

const toCommand = (
  orderId: OrderId,
  cart: TakenCart,
  parcels: QuotedParcel[],
  cutting: Cutting | null,
  input: Placing,
): PlaceOrder => ({
  type: 'PlaceOrder',
  orderId,
  number: orderNumber(randomInt(2 ** 47)),
  buyerId: cart.userId,
  cartId: cart.id,
  provider: input.payment.provider,
  currency: parcels[0]?.delivery.currency ?? 'UZS',
  discount: 0,
  ...(input.credit && { credit: Number(input.credit.amount) }),
  ...(cutting && { coupon: { id: cutting.coupon.id, code: cutting.coupon.code, cuts: cutting.cuts } }),
  parcels,
})

const expireLater = (tx: Tx, orderId: OrderId) =>
  enqueue(tx, 'expire-order', orderId, { orderId }, { startAfterSeconds: HOLD_MINUTES * 60 + 5 })

/** A bundle is held as its parts; what is missing is told as the goods that the cart shows. */
async function reserve(tx: Tx, { orderId, parcels }: OrderPlaced, minutes: number) {
  const lines = parcels.flatMap((parcel) => parcel.lines)
  const reserved = await reserveStock(tx, orderId, stockLines(lines), minutes)
  if (reserved.ok) return reserved
  const missing = new Set(reserved.detail?.['variantIds'] as string[])
  const short = lines.filter((line) => stockLines([line]).some(({ variantId }) => missing.has(variantId)))
  return fail('out-of-stock', { variantIds: short.map(({ variantId }) => variantId) })
}

type Decided = { events: OrderEvent[]; data: OrderPlaced; cutting: Cutting | null }

const spendCoupon = (
  tx: Tx,
  { coupon, discount, subsidy }: Cutting,
  { orderId, currency }: OrderPlaced,
  phone: string,
) => takeCoupon(tx, { coupon, orderId, phone, discount, subsidy, currency })

/** Everything that the decided order writes, in as few round trips as its parts allow. Stock rows are locked first. */
async function write(tx: Tx, { events, data, cutting }: Decided, input: Placing, by: Actor) {
  const { orderId, number, provider } = data
  const isUrgent = provider !== 'cash' && provider !== 'credit'
  const locale = input.locale ?? 'uz'
  const [reserved, used, recorded, payment] = await together([
    reserve(tx, data, isUrgent ? HOLD_MINUTES : RELEASED_MINUTES),
    cutting ? spendCoupon(tx, cutting, data, input.contact.phone) : undefined,
    append(tx, `${order.stream}-${orderId}`, 0, events, { actorId: actorId(by) }),
    provider === 'credit'
      ? null
      : startInstantPayment(tx, { id: orderId, number, total: toPay(data) }, provider, locale),
    keepContact(tx, orderId, contactOf(input), locale),
    isUrgent ? expireLater(tx, orderId) : undefined,
  ])
  const at = recorded[0]?.at
  if (!at) throw new Error('A placed order was not recorded')
  if (!reserved.ok) return reserved
  return used && !used.ok ? used : ok({ at, payments: payment ? [payment] : [] })
}

function decide(command: PlaceOrder, cutting: Cutting | null): Result<Decided, 'empty-order' | 'wrong-credit'> {
  const decided = order.decide(order.initial, command)
  if (!decided.ok) return fail(decided.code === 'wrong-credit' ? 'wrong-credit' : 'empty-order')
  const data = decided.value.find((one) => one.type === 'OrderPlaced')?.data
  if (!data) throw new Error('An order was placed without saying so')
  return ok({ events: decided.value, data, cutting })
}

async function place(
  tx: Tx,
  orderId: OrderId,
  input: Placing,
  actor: Actor,
): Promise<Result<PlacedOrder, PlaceOrderFailure>> {
  const cart = await takeCart(tx, cartRef(actor, input.cartId), orderId)
  if (!cart.ok) return cart
  const quoted = await quoteOrder(tx, cart.value, input)
  if (!quoted.ok) return quoted
  const { parcels, shops } = quoted.value
  const cut = input.coupon ? await cutPrices(tx, input.coupon, quoted.value, input.contact.phone) : ok(null)
  if (!cut.ok) return cut
  const decision = decide(toCommand(orderId, cart.value, parcels, cut.value, input), cut.value)
  if (!decision.ok) return decision
  const decided = decision.value
  const { data } = decided
  const { total, number, provider } = data
  const refused = await refuseOrder(tx, data, input, actor)
  if (refused) return refused
  const written = await write(tx, decided, input, actor)
  if (!written.ok) return written
  const known = {
    released: provider === 'cash' || provider === 'credit',
    shops,
    contact: contactOf(input),
    locale: input.locale ?? 'uz',
  } as const
  const placed = orderAsPlaced(data, { ...known, ...written.value })
  return ok({ orderId, number, total, accessToken: accessTokenOf(orderId), order: placed })
}

/**
 * Turns a cart into an order: stock held for 30 minutes (cash: until it leaves), prices, commission and delivery of
 * this moment frozen, one parcel a shop, and the payment requested where that needs no network. What is paid with store
 * credit is taken at once; where that is all, the order is paid. Refusals are
 * `PlaceOrderFailure`; `price-changed` carries the new `total`, `amount-too-large` the `most` that the provider takes.
 * `settle` runs last in the same transaction.
 */
export async function placeOrder(
  input: Placing,
  actor: Actor,
  settle?: (tx: Tx, placed: PlacedOrder) => Promise<void>,
): Promise<Result<PlacedOrder, PlaceOrderFailure>> {
  const orderId = orderIdOf(input)
  const placed = await transact(async (tx) => {
    const result = await place(tx, orderId, input, actor)
    if (result.ok) await settle?.(tx, result.value)
    crashPoint('order-placed')
    return result
  })
  crashPoint('order-committed')
  if (placed.ok || placed.code !== 'cart-closed' || placed.detail?.['orderId'] !== orderId) return placed
  return (await placedOrder(orderId)) ?? placed
}
