import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql, transact } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { seedMarket } from '@/lib/order/test-market'
import { acceptCoupon, createCoupon, endCoupon, findCoupon, listCoupons, releaseCoupon, takeCoupon } from '.'
import { type CouponId, couponInputSchema } from './schema'

const operator = { kind: 'user', id: 'usr_1', name: 'A', phone: '+998900000001', role: 'admin' } as const
const alfa = { kind: 'user', id: 'usr_2', name: 'B', phone: '+998900000002', role: 'seller', shopId: 'sho_a' } as const
const beta = { ...alfa, id: 'usr_3', shopId: 'sho_b' } as const

const terms = (over: object = {}) =>
  couponInputSchema.parse({
    code: `C${Math.random().toString(36).slice(2, 10)}`,
    kind: 'percent',
    percentBp: 1000,
    startsAt: new Date(Date.now() - 60_000),
    marketBp: 10_000,
    ...over,
  })

const made = async (over: object = {}) => must(await createCoupon(terms(over), operator)).id

const taking = (id: CouponId, phone: string, orderId = newId('ord')) =>
  transact((tx) => takeCoupon(tx, { coupon: { id }, orderId, phone, discount: 100, subsidy: 100, currency: 'UZS' }))

let db: pg.Pool
beforeAll(async () => {
  db = await testDb()
  await seedMarket(db)
})
afterAll(dropTestDbs)

describe('a coupon', () => {
  it('for one use is won by one of two hundred', async () => {
    const id = await made({ limitTotal: 1 })
    const takers = Array.from({ length: 200 }, (_, at) => taking(id, `+9989${String(at).padStart(8, '0')}`))
    const answers = await Promise.all(takers)
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(answers.flatMap((one) => (one.ok ? [] : [one.code])))).toEqual(new Set(['coupon-exhausted']))
    const { rows } = await db.query('select used from coupon where id = $1', [id])
    expect(rows[0].used).toBe(1)
  })

  it('is counted for each person, and refused without being used up', async () => {
    const id = await made({ limitPerson: 1, limitTotal: 10 })
    const answers = await Promise.all(Array.from({ length: 8 }, () => taking(id, '+998901112233')))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.flatMap((one) => (one.ok ? [] : [one.code]))).toEqual(Array(7).fill('coupon-used'))
    expect((await taking(id, '+998901112234')).ok).toBe(true)
    const { rows } = await db.query('select used from coupon where id = $1', [id])
    expect(rows[0].used).toBe(2)
  })

  it('comes back once from an order that was cancelled', async () => {
    const id = await made({ limitTotal: 1, limitPerson: 1 })
    const orderId = newId('ord')
    must(await taking(id, '+998901112235', orderId))
    await Promise.all([1, 2, 3].map(() => transact((tx) => releaseCoupon(tx, orderId))))
    expect((await taking(id, '+998901112235')).ok).toBe(true)
    expect((await taking(id, '+998901112236')).ok).toBe(false)
  })

  it('cannot be found early, late, ended, or by another name', async () => {
    await made({ code: 'yozgi 10' })
    expect(await findCoupon(sql, 'YOZGI10', null)).toMatchObject({ ok: true, value: { percentBp: 1000 } })
    expect(await findCoupon(sql, 'YOZGI11', null)).toMatchObject({ code: 'unknown-coupon' })
    await made({ code: 'ERTAGA', startsAt: new Date(Date.now() + 60_000) })
    expect(await findCoupon(sql, 'ERTAGA', null)).toMatchObject({ code: 'unknown-coupon' })
    await made({ code: 'KECHA', startsAt: new Date(0), endsAt: new Date(1000) })
    expect(await findCoupon(sql, 'KECHA', null)).toMatchObject({ code: 'coupon-exhausted' })
    must(await endCoupon(await made({ code: 'TUGADI' }), operator))
    expect(await findCoupon(sql, 'TUGADI', null)).toMatchObject({ code: 'coupon-exhausted' })
  })

  it('spends nobody else’s money', async () => {
    expect(await createCoupon(terms({ shopId: 'sho_a' }), alfa)).toMatchObject({ code: 'forbidden' })
    expect(await createCoupon(terms({ shopId: 'sho_b', marketBp: 0 }), alfa)).toMatchObject({ code: 'forbidden' })
    expect(await createCoupon(terms({ shopId: 'sho_a', marketBp: 0 }), alfa)).toMatchObject({ ok: true })
    const shared = must(await createCoupon(terms({ code: 'BIRGA', shopId: 'sho_a', marketBp: 5000 }), operator))
    expect(shared.status).toBe('proposed')
    expect(await findCoupon(sql, 'BIRGA', null)).toMatchObject({ code: 'unknown-coupon' })
    expect(await acceptCoupon(shared.id, beta)).toMatchObject({ code: 'not-found' })
    must(await acceptCoupon(shared.id, alfa))
    expect(await findCoupon(sql, 'BIRGA', null)).toMatchObject({ ok: true })
    expect(await endCoupon(shared.id, beta)).toMatchObject({ code: 'not-found' })
    expect((await listCoupons(beta)).items.length).toBe(0)
    expect((await listCoupons(alfa)).items.map(({ code }) => code)).toContain('BIRGA')
  })

  it('has one owner of a code', async () => {
    const codes = await Promise.all([1, 2, 3].map(() => createCoupon(terms({ code: 'BIR' }), operator)))
    expect(codes.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

it('lists come by pages, none twice and none left out', async () => {
  const terms = { kind: 'fixed', amount: 100_000, marketBp: 10_000, startsAt: new Date(0) }
  for (let n = 0; n < 55; n++)
    must(await createCoupon(couponInputSchema.parse({ ...terms, code: `SAHIFA-${n}` }), operator))
  const first = await listCoupons(operator)
  const second = await listCoupons(operator, first.nextCursor ?? '')
  expect([first.items.length, second.nextCursor]).toEqual([50, null])
  const codes = [...first.items, ...second.items].map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.filter((code) => code.startsWith('SAHIFA-'))).toHaveLength(55)
})
