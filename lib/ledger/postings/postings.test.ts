import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { money } from '@/lib/kernel/money'
import { priceParcels } from '@/lib/order/domain/price-parcels'
import { couponOf } from '@/lib/order/domain/test-order'
import { capturePosting, refundPaidPosting } from './capture'
import { type ParcelPosition, refundPosting, releasePosting } from './parcel'
import { payoutDebtPosting, payoutPosting, reserveReleasePosting } from './payout'
import type { Posting } from './posting'
import { cashKeptPosting, type Sale, salePosting } from './sale'
import { vatInside } from './vat'

const uzs = (amount: number) => money(amount, 'UZS')
const total = (postings: Posting[]) => postings.flatMap(({ entries }) => entries).reduce((sum, e) => sum + e.amount, 0)
const on = (kind: string, ...postings: Posting[]) =>
  postings.flatMap(({ entries }) => entries).reduce((sum, e) => sum + (e.account.kind === kind ? e.amount : 0), 0)

const amounts = fc.integer({ min: 1, max: 90_000_000_000 })
const lines = fc.array(
  fc.record({ price: amounts, quantity: fc.integer({ min: 1, max: 50 }), bp: fc.integer({ min: 0, max: 10_000 }) }),
  { minLength: 1, maxLength: 6 },
)
const sales = fc
  .record({
    lines,
    delivery: fc.nat(10_000_000),
    share: fc.integer({ min: 0, max: 10_000 }),
    vat: fc.nat(100),
    coupon: fc.option(fc.tuple(fc.constantFrom(0.1, 0.5, 1), fc.constantFrom(0, 0.33, 1))),
  })
  .map(({ lines: given, delivery, share, vat, coupon }): Sale => {
    const worth = given.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
    const quoted = given.map(({ price, quantity, bp }, n) => ({
      lineId: `lin_${n}` as const,
      variantId: `var_${n}`,
      productId: `prd_${n}`,
      sku: `SKU-${n}`,
      title: {},
      options: {},
      image: null,
      quantity,
      price: uzs(price),
      commissionBp: bp,
    }))
    const parcel = {
      parcelId: 'par_1',
      shopId: 'sho_1',
      method: 'courier',
      delivery: uzs(delivery),
      lines: quoted,
    } as const
    const discount = Math.floor((worth / 10_000) * share)
    const goods = [{ ...parcel, lines: [...quoted] }]
    const [placed] = priceParcels(goods, coupon ? couponOf(goods, ...coupon).cuts : discount, 'UZS')
    if (!placed) throw new Error('no parcel')
    const of = { orderId: 'ord_1', number: '100000000A', paymentId: 'pay_1', currency: 'UZS' } as const
    return { ...of, parcel: placed, vatBp: vat * 100, sources: ['order-ord_1@1'] }
  })

const soldAt = (sale: Sale, postings: Posting[]): ParcelPosition => ({
  number: sale.number,
  sold: true,
  pending: -on('shop_pending', ...postings),
  cash: false,
  held: 0,
  commissionBack: on('platform_fee', ...postings.slice(1)) + on('vat_on_fee', ...postings.slice(1)),
  vatBp: sale.vatBp,
})

describe('postings', () => {
  it('of any capture, payout, debt or reserve sum to zero and name themselves once', () => {
    fc.assert(
      fc.property(amounts, fc.boolean(), fc.constantFrom('proposed', 'rejected', 'paid'), (amount, excess, step) => {
        const of = { paymentId: 'pay_1', orderId: 'ord_1', provider: 'payme', amount: uzs(amount) }
        const shop = { payoutId: 'pyt_1', releaseId: 'rel_1', shopId: 'sho_1', amount: uzs(amount) } as const
        const all = [
          capturePosting({ ...of, providerRef: 'tx', excess }),
          refundPaidPosting({ ...of, refundId: 'rfd_1', kept: null }),
          refundPaidPosting({
            ...of,
            refundId: 'rfd_1',
            kept: { parcelId: 'par_1', shopId: 'sho_1', number: null, amount: Math.floor(amount / 2), debt: 7 },
          }),
          payoutPosting({ ...shop, step }),
          payoutDebtPosting(shop),
          reserveReleasePosting(shop),
        ]
        for (const postings of all) {
          expect(postings).toHaveLength(1)
          expect(total(postings)).toBe(0)
        }
      }),
    )
  })

  it('of any sale sum to zero, whole by whole: buyer, shop, commission and its VAT', () => {
    fc.assert(
      fc.property(sales, (sale) => {
        const { parcel, vatBp } = sale
        const sold = salePosting(sale)
        expect(total(sold)).toBe(0)
        expect(on('buyer_funds', ...sold)).toBe(parcel.total.amount)
        const subsidy = parcel.subsidy?.amount ?? 0
        expect(on('promotion', ...sold)).toBe(subsidy)
        expect(on('shop_pending', ...sold) + parcel.total.amount + subsidy).toBe(parcel.commission.amount)
        expect(on('platform_fee', ...sold) + on('vat_on_fee', ...sold) + parcel.commission.amount).toBe(0)
        expect(Math.abs(on('vat_on_fee', ...sold))).toBe(vatInside(parcel.commission.amount, vatBp))
        const kept = cashKeptPosting(sale)
        expect(total(kept)).toBe(0)
        expect(on('shop_pending', ...sold, ...kept)).toBe(0)
        expect(on('shop_debt', ...kept) + on('shop_payable', ...kept)).toBe(parcel.commission.amount - subsidy)
        expect(on('shop_debt', ...kept)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('of refunds in any parts, before and after release, bring every account back to zero', () => {
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 })
    fc.assert(
      fc.property(sales, cuts, fc.nat(5), fc.integer({ min: 0, max: 5000 }), (sale, parts, releasedAt, reserveBp) => {
        const { orderId, paymentId, parcel, sources } = sale
        const { parcelId, shopId } = parcel
        const postings = salePosting(sale)
        const whole = parcel.subsidy?.amount ?? 0
        const left = { amount: parcel.total.amount, subsidy: whole, commission: parcel.commission.amount }
        for (const [n, part] of [...parts, 1].entries()) {
          const position = soldAt(sale, postings)
          if (n === releasedAt) {
            const of = { orderId, parcelId, shopId, sources, version: n, reserveBp }
            postings.push(...releasePosting({ ...of, share: uzs(position.pending) }, position))
          }
          const amount = part === 1 ? left.amount : Math.floor(left.amount * part)
          const subsidy = part === 1 ? left.subsidy : Math.floor(left.subsidy * part)
          const most = amount + subsidy
          const commission = part === 1 ? left.commission : Math.min(most, Math.floor(left.commission * part))
          left.amount -= amount
          left.subsidy -= subsidy
          left.commission -= commission
          const of = { refundId: `rfd_${n}`, orderId, paymentId, parcelId, shopId, sources, lines: [] }
          const refund = { ...of, amount: uzs(amount), subsidy: uzs(subsidy), commission: uzs(commission) }
          postings.push(...refundPosting(refund, soldAt(sale, postings)))
        }
        expect(total(postings)).toBe(0)
        expect(on('platform_fee', ...postings)).toBe(0)
        expect(on('vat_on_fee', ...postings)).toBe(0)
        expect(on('promotion', ...postings)).toBe(0)
        const shop = ['shop_pending', 'shop_payable', 'shop_debt', 'reserve'].map((kind) => on(kind, ...postings))
        expect(shop.reduce((sum, amount) => sum + amount, 0)).toBe(0)
        expect(on('refunds_due', ...postings) + parcel.total.amount).toBe(0)
      }),
    )
  })

  it('give back money that never was a shop’s from the buyer’s funds', () => {
    const of = { refundId: 'rfd_1', orderId: 'ord_1', paymentId: 'pay_1', parcelId: 'par_1', shopId: 'sho_1' } as const
    const nowhere = { number: null, sold: false, pending: 0, cash: false, held: 0, commissionBack: 0, vatBp: 0 }
    const refund = { ...of, sources: [], lines: [], amount: uzs(700), commission: uzs(0) }
    expect(refundPosting(refund, nowhere)[0]?.entries.map(({ account, amount }) => [account.code, amount])).toEqual([
      ['buyer_funds', 700],
      ['refunds_due', -700],
    ])
  })

  it('take a refund of cash from the shop that holds it', () => {
    const of = { refundId: 'rfd_1', orderId: 'ord_1', paymentId: 'pay_1', parcelId: 'par_1', shopId: 'sho_1' } as const
    const held = { number: 'N', sold: true, pending: 0, cash: true, held: 1000, commissionBack: 0, vatBp: 1200 }
    const back = refundPosting({ ...of, sources: [], lines: [], amount: uzs(1000), commission: uzs(100) }, held)
    expect(on('shop_debt', ...back)).toBe(900)
    const kept = { parcelId: 'par_1', shopId: 'sho_1', number: 'N', amount: 1000, debt: 900 } as const
    const paid = refundPaidPosting({ ...of, provider: 'cash', amount: uzs(1000), kept })
    expect(on('shop_debt', ...back, ...paid)).toBe(0)
    expect(on('shop_payable', ...paid)).toBe(-100)
    expect(on('clearing', ...paid)).toBe(0)
  })

  it('know the VAT inside a commission', () => {
    expect([vatInside(112, 1200), vatInside(1_000_000, 1200), vatInside(0, 1200), vatInside(5, 0)]).toEqual([
      12, 107_143, 0, 0,
    ])
  })
})
