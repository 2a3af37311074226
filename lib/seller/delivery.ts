import { type Money, money } from '@/lib/kernel/money'
import type { DeliveryTerms } from './schema'

export type DeliveryMethod = 'pickup' | 'courier' | 'post'

/** Pickup is free; a courier is free from the shop's limit; post costs what it costs. */
export function deliveryQuote(shop: DeliveryTerms, method: DeliveryMethod, itemsTotal: Money): Money {
  const { freeFrom, courierFee, postFee } = shop
  if (method === 'pickup') return money(0, itemsTotal.currency)
  if (method === 'post') return postFee
  return freeFrom !== null && itemsTotal.amount >= freeFrom.amount ? money(0, itemsTotal.currency) : courierFee
}
