import { describe, expect, it } from 'vitest'
import { money } from '@/lib/kernel/money'
import { deliveryQuote } from './delivery'

const uzs = (amount: number) => money(amount, 'UZS')
const shop = { courierFee: uzs(1_500_000), postFee: uzs(2_500_000), freeFrom: uzs(30_000_000) }

describe('what bringing a parcel costs', () => {
  it('is nothing when the buyer comes for it', () => {
    expect(deliveryQuote(shop, 'pickup', uzs(100)).amount).toBe(0)
  })
  it('is the courier fee below the limit and nothing from the limit on', () => {
    expect(deliveryQuote(shop, 'courier', uzs(29_999_999)).amount).toBe(1_500_000)
    expect(deliveryQuote(shop, 'courier', uzs(30_000_000)).amount).toBe(0)
  })
  it('is always asked by a shop without a limit, and by post', () => {
    expect(deliveryQuote({ ...shop, freeFrom: null }, 'courier', uzs(90_000_000)).amount).toBe(1_500_000)
    expect(deliveryQuote(shop, 'post', uzs(90_000_000)).amount).toBe(2_500_000)
  })
})
