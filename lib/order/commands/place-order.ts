import { createHash, randomInt } from 'node:crypto'
import { type Actor, actorId } from '@/lib/auth/schema'
import { type CartRef, type TakenCart, takeCart } from '@/lib/cart'
import { reserveStock } from '@/lib/catalog'
import type { Locale } from '@/lib/i18n'
import { type Tx, transact } from '@/lib/kernel/db'
import { create } from '@/lib/kernel/event-store'
import { newId } from '@/lib/kernel/id'
import { enqueue } from '@/lib/kernel/jobs'
import { toWire } from '@/lib/kernel/money'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { EventOf, QuotedParcel } from '../domain/events'
import { orderNumber } from '../domain/number'
import { order, type PlaceOrder } from '../domain/order'
import { hashToken } from '../queries/open-order'
import type { OrderId, PlacedOrder, PlaceOrderFailure, PlaceOrderInput } from '../schema'
import { accessTokenOf } from './access-token'
import { HOLD_MINUTES, RELEASED_MINUTES } from './hold-minutes'
import { placedOrder } from './placed-order'
import { quoteOrder } from './quote-order'

export type Placing = PlaceOrderInput & {
  /** Needed where the reader may own several carts or the cart may already be ordered. */
  cartId?: string | undefined
  locale?: Locale | undefined
  /** The Idempotency-Key: the same attempt finds its own order again, another one finds the cart closed. */
  attempt?: string | undefined
}

type Refused = Result<never, PlaceOrderFailure>

const cartRef = (actor: Actor, cartId: string | undefined): CartRef =>
  actor.kind === 'guest' && actor.cartToken ? { token: actor.cartToken, id: cartId } : { ...actor, cartId }

/** Time first, like every id; of one attempt on one cart there is only one. */
function orderIdOf({ cartId, attempt }: Placing): OrderId {
  if (!cartId || !attempt) return newId('ord')
  const digest = createHash('sha256').update(`${cartId}\n${attempt}`).digest('hex')
  return `ord_${cartId.slice(4, 16)}${digest.slice(0, 20)}`
}

/** Who and where: erasable, so it never enters the log. */
const keepContact = (tx: Tx, orderId: OrderId, { contact, address, locale }: Placing) =>
  tx.query(
    `insert into order_contact (order_id, name, phone, email, region, district, street, landmark, locale,
                                access_token_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      orderId,
      contact.name,
      contact.phone,
      contact.email ?? null,
      address?.region ?? null,
      address?.district ?? null,
      address?.street ?? null,
      address?.landmark ?? null,
      locale ?? 'uz',
      hashToken(accessTokenOf(orderId)),
    ],
  )

const toCommand = (orderId: OrderId, cart: TakenCart, parcels: QuotedParcel[], input: Placing): PlaceOrder => ({
  type: 'PlaceOrder',
  orderId,
  number: orderNumber(randomInt(2 ** 47)),
  buyerId: cart.userId,
  cartId: cart.id,
  provider: input.payment.provider,
  currency: parcels[0]?.delivery.currency ?? 'UZS',
  discount: 0,
  parcels,
})

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
  const command = toCommand(orderId, cart.value, quoted.value, input)
  const minutes = command.provider === 'cash' ? RELEASED_MINUTES : HOLD_MINUTES
  const reserved = await reserveStock(tx, orderId, cart.value.lines, minutes)
  if (!reserved.ok) return reserved
  const placed = await create(tx, order, orderId, command, { actorId: actorId(actor) })
  if (!placed.ok) return fail('empty-order')
  const event = placed.value.find((one): one is EventOf<'OrderPlaced'> => one.type === 'OrderPlaced')
  if (!event) throw new Error('An order was placed without saying so')
  const { total, number } = event.data
  const changed = priceChanged(input, total.amount, total.currency)
  if (changed) return fail('price-changed', { total: toWire(total) })
  await keepContact(tx, orderId, input)
  if (command.provider !== 'cash') {
    await enqueue(tx, 'expire-order', orderId, { orderId }, { startAfterSeconds: HOLD_MINUTES * 60 + 5 })
  }
  return ok({ orderId, number, total, accessToken: accessTokenOf(orderId) })
}

const priceChanged = ({ expectedTotal }: Placing, amount: number, currency: string): boolean =>
  expectedTotal !== undefined && (Number(expectedTotal.amount) !== amount || expectedTotal.currency !== currency)

/** A coupon is a promise that we could not keep yet: refused, never ignored. */
const refuseCoupon = ({ coupon }: Placing): Refused | null => (coupon ? fail('unknown-coupon') : null)

/**
 * Turns a cart into an order: stock held for 30 minutes (cash: until it leaves), prices, commission and delivery of
 * this moment frozen, one parcel a shop. Refusals are `PlaceOrderFailure`; `price-changed` carries the new `total`.
 */
export async function placeOrder(input: Placing, actor: Actor): Promise<Result<PlacedOrder, PlaceOrderFailure>> {
  const refused = refuseCoupon(input)
  if (refused) return refused
  const orderId = orderIdOf(input)
  const placed = await transact((tx) => place(tx, orderId, input, actor))
  if (placed.ok || placed.code !== 'cart-closed' || placed.detail?.['orderId'] !== orderId) return placed
  return (await placedOrder(orderId)) ?? placed
}
