import { person } from '@/lib/auth/person-fixture'
import type { UserActor } from '@/lib/auth/schema'
import { addItem, createCart } from '@/lib/cart'
import { must } from '@/lib/kernel/result'
import { creditOf } from '@/lib/ledger'
import { getOrder, placeOrder } from '@/lib/order'
import { orderInput } from '@/lib/order/test-market'
import { capturePayment, startPayment } from '@/lib/payment'
import { claimReferral, deviceHash } from '.'
import { referral } from './plugin'

const admin = person('admin', 'admin')

let doors = 0
type Coming = { phone?: string; street?: string; device?: string; wish?: Record<string, number> }

/** A friend buys by the link of somebody. */
export async function come(code: string, friend: UserActor, over: Coming = {}) {
  const cart = await createCart(friend)
  const wish = over.wish ?? { var_a1: 1 }
  for (const [variantId, quantity] of Object.entries(wish)) must(await addItem(cart, variantId, quantity))
  const input = orderInput(wish, 'payme', 'courier')
  const at = { ...input.address, region: 1726, district: 1726262, street: over.street ?? `Bogʻ, ${++doors}` }
  const contact = { name: 'Doʻst', phone: over.phone ?? friend.phone }
  const device = deviceHash(over.device)
  return must(
    await placeOrder({ ...input, contact, address: at, cartId: cart.id }, friend, (tx, { orderId }) =>
      claimReferral(tx, { orderId, friendId: friend.id, code, device }),
    ),
  )
}

export async function pay({ orderId }: { orderId: `ord_${string}` }) {
  const started = must(await startPayment(orderId, 'payme', 'uz'))
  const order = await getOrder({ id: orderId }, { actor: admin })
  if (!order) throw new Error('no order')
  must(await capturePayment({ paymentId: started.paymentId, amount: order.total, providerRef: `tx-${orderId}` }))
  return order.parcels.map(({ id }) => id)
}

export const sweep = async () => (referral.functions?.['sweep-referrals'] as (() => Promise<void>) | undefined)?.()
export const som = async (actor: UserActor) => (await creditOf(actor)).amount
