import type { ShopActor, SystemActor } from '@/lib/auth/schema'
import { must } from '@/lib/kernel/result'
import { capturePayment, startPayment } from '@/lib/payment'
import { confirmParcel, deliverParcel, getOrder, packParcel, shipParcel } from '.'
import { order } from './test-market'

export const shopA: ShopActor = { kind: 'shop', shopId: 'sho_a', keyId: 'key_a', scopes: ['parcels'] }
export const shopB: ShopActor = { kind: 'shop', shopId: 'sho_b', keyId: 'key_b', scopes: ['parcels'] }
export const operator: SystemActor = { kind: 'system', id: 'operator' }
export const som = (amount: number) => ({ amount: String(amount * 100), currency: 'UZS' as const })

export async function paidOrder(wish: Record<string, number>) {
  const placed = await order(wish)
  const payment = must(await startPayment(placed.orderId, 'payme', 'uz'))
  must(await capturePayment({ ...payment, amount: placed.total, providerRef: `tx-${placed.orderId}` }))
  const access = { token: placed.accessToken }
  const see = async () => {
    const seen = await getOrder({ id: placed.orderId }, access)
    if (!seen) throw new Error('the buyer cannot see the order')
    return seen
  }
  const parcels = (await see()).parcels
  const [parcel] = parcels
  if (!parcel) throw new Error('no parcel')
  return { ...placed, paymentId: payment.paymentId, access, see, parcels, parcel, parcelId: parcel.id }
}

export const deliver = async (parcelId: string, code?: string) => {
  for (const step of [confirmParcel, packParcel, shipParcel]) must(await step({ parcelId }, shopA))
  return deliverParcel({ parcelId, code }, shopA)
}
