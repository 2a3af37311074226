import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createExperiment, endExperiment, getExperiment, startExperiment } from '@/lib/experiment'
import { type ExperimentResults, quotas } from '@/lib/experiment/schema'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { seedMarket } from '@/lib/order/test-market'
import { paidOrder } from '@/lib/order/test-paid-order'
import { getExperimentResults } from '.'

const admin = { kind: 'user', id: 'usr_1', name: 'A', phone: '+998900000001', role: 'admin' } as const

let db: pg.Pool
let template: string
beforeAll(async () => {
  db = await testDb()
  await seedMarket(db, 100)
  template = (await paidOrder({ var_a1: 1 })).orderId
})
afterAll(dropTestDbs)

let seed = 11
const random = () => {
  seed = (seed * 1103515245 + 12345) % 2 ** 31
  return seed / 2 ** 31
}

type Bought = { paid: number; refunded: number; counts: boolean }
type Person = { subject: string; option: string; orders: Bought[] }

async function running(key: string, options: readonly string[]) {
  const place = 'product-button' as const
  const variants = options.map((option) => ({ option, weight: 1 }))
  const id = must(await createExperiment({ key, name: key, place, variants, share: 100, planned: 200 }, admin))
  must(await startExperiment(id, admin))
  return id
}

/** Rows as the market writes them; the order itself is a copy of a real one. */
async function write(id: string, key: string, people: readonly Person[]) {
  for (const { subject, option, orders } of people) {
    await db.query(
      `insert into experiment_exposure (experiment_id, subject, option, at) values ($1, $2, $3, now() - interval '1 hour')`,
      [id, subject, option],
    )
    for (const [at, { paid, refunded, counts }] of orders.entries()) {
      const orderId = `ord_${subject}_${at}`
      await db.query(
        `insert into order_view select (jsonb_populate_record(o, jsonb_build_object('id', $2::text, 'number', $2::text, 'cart_id', $2::text,
            'paid_total', $3::bigint, 'refunded_total', $4::bigint))).* from order_view o where id = $1`,
        [template, orderId, paid, refunded],
      )
      // What does not count names another variant, or was ordered before its buyer had seen anything.
      await db.query(
        `insert into order_origin (order_id, subject, consent, locale, device, experiments, created_at)
         values ($1, $2, '{analytics}', 'uz', 'phone', $3, now() - make_interval(hours => $4))`,
        [orderId, subject, JSON.stringify({ [key]: counts || at % 2 === 0 ? option : 'other' }), counts ? 0 : 2],
      )
    }
  }
}

function people(key: string, options: readonly string[], each: number, worth: Record<string, number>): Person[] {
  return Array.from({ length: each * options.length }, (_, at) => {
    const option = options[at % options.length] ?? ''
    const orders = Array.from({ length: random() < 0.4 ? Math.ceil(random() * 3) : 0 }, () => {
      const paid = Math.round(random() * 20_000_000 * (worth[option] ?? 1))
      return { paid, refunded: random() < 0.2 ? Math.round(paid * random()) : 0, counts: random() < 0.9 }
    })
    return { subject: `${key}${at}`, option, orders }
  })
}

/** The same figures once more, from the rows, by the textbook, in two passes. */
function again(all: readonly Person[], options: readonly string[]) {
  const per = options.map((option) => {
    const own = all.filter((one) => one.option === option)
    const kept = own.map(({ orders }) => orders.filter(({ counts, paid }) => counts && paid > 0))
    const revenue = kept.map((orders) => orders.reduce((sum, { paid, refunded }) => sum + paid - refunded, 0))
    const total = revenue.reduce((sum, each) => sum + each, 0)
    const mean = total / own.length
    const variance = revenue.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (own.length - 1)
    const orders = kept.flat()
    const refundedOrders = orders.filter(({ refunded }) => refunded > 0).length
    const buyers = kept.filter(({ length }) => length > 0).length
    return {
      option,
      visitors: own.length,
      buyers,
      orders: orders.length,
      refundedOrders,
      revenue: total,
      mean,
      variance,
    }
  })
  const [control] = per
  const z = options.length === 2 ? 1.959964 : 2.241403
  return per.map((one) => {
    if (control === undefined || one === control) return { ...one, low: 0, high: 0, verdict: null }
    const half = z * Math.sqrt(control.variance / control.visitors + one.variance / one.visitors)
    const difference = one.mean - control.mean
    const [low, high] = [difference - half, difference + half]
    return { ...one, low, high, verdict: low > 0 ? 'better' : high < 0 ? 'worse' : 'alike' }
  })
}

function expectSame(found: ExperimentResults | null, expected: ReturnType<typeof again>) {
  for (const [at, { low, high, verdict, mean, variance, ...counted }] of expected.entries()) {
    const variant = found?.variants[at]
    expect(variant).toMatchObject(counted)
    expect(variant?.perVisitor).toEqual({ amount: Math.round(mean), currency: 'UZS' })
    expect((variant?.variance ?? 0) / variance).toBeCloseTo(1, 9)
    expect(variant?.versus?.judgement ?? null).toBe(verdict)
    if (verdict === null) continue
    // Student's quantile of hundreds of degrees of freedom is the normal one to half a percent.
    expect(Math.abs((variant?.versus?.revenue.low ?? 0) - low)).toBeLessThan((high - low) * 0.005)
    expect(Math.abs((variant?.versus?.revenue.high ?? 0) - high)).toBeLessThan((high - low) * 0.005)
  }
}

describe('the verdict of an experiment', () => {
  it.each([
    ['a winner', ['add', 'take'], { take: 2 }, 'take'],
    ['a loser', ['add', 'take'], { take: 0.4 }, null],
    ['no difference', ['add', 'take'], {}, null],
    ['the best of three', ['add', 'take', 'want'], { take: 2, want: 3 }, 'want'],
  ])('is what the raw rows say: %s', async (name, options, worth, winner) => {
    const key = `k-${name.replaceAll(' ', '-')}`
    const id = await running(key, options)
    const all = people(key, options, 400, worth)
    await write(id, key, all)
    const experiment = await getExperiment(id, admin)
    const found = experiment && (await getExperimentResults(admin, experiment))
    expectSame(found, again(all, options))
    expect([found?.winner ?? null, found?.split.broken]).toEqual([winner, false])
    must(await endExperiment(id, admin))
  })

  it('is none before enough people have come, and none when the split is not what was promised', async () => {
    const options = ['add', 'take']
    const early = await running('early', options)
    await write(early, 'early', people('early', options, 100, { take: 5 }))
    must(await endExperiment(early, admin))
    const skewed = await running('skewed', options)
    const all = people('skewed', options, 400, { take: 5 })
    await write(
      skewed,
      'skewed',
      all.filter(({ option }, at) => option === 'add' || at % 3 === 0),
    )
    must(await endExperiment(skewed, admin))
    const judged = async (id: string) => {
      const experiment = await getExperiment(id, admin)
      const found =
        experiment && (await getExperimentResults(admin, { ...experiment, planned: id === early ? 200 : 50 }))
      return [found?.variants[1]?.versus?.judgement, found?.winner, found?.split.broken]
    }
    expect(await judged(early)).toEqual(['too-early', null, false])
    expect(await judged(skewed)).toEqual(['split-broken', null, true])
  })

  it('is no praise where more is given back', async () => {
    const options = ['add', 'take']
    const id = await running('refunds', options)
    const all = people('refunds', options, 300, { take: 4 }).map((one) => ({
      ...one,
      orders: one.orders.map((order) => ({ ...order, refunded: one.option === 'take' && random() < 0.5 ? 1 : 0 })),
    }))
    await write(id, 'refunds', all)
    const experiment = await getExperiment(id, admin)
    const found = experiment && (await getExperimentResults(admin, experiment))
    expect(found?.variants[1]?.versus).toMatchObject({ judgement: 'harmful' })
    expect(found?.variants[1]?.versus?.revenue.low).toBeGreaterThan(0)
    expect(found?.winner).toBeNull()
    expect(
      await getExperimentResults({ ...admin, role: 'buyer' }, must({ ok: true, value: experiment }) as never),
    ).toBeNull()
    expect(experiment && quotas(experiment)).toEqual([500, 500])
  })
})
