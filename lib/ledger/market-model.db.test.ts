import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, it } from 'vitest'
import { person } from '@/lib/auth/person-fixture'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { seedMarket } from '@/lib/order/test-market'
import type { Provider } from '@/lib/payment/schema'
import { saveDetails } from '@/lib/payout'
import { acceptCoupon, createCoupon } from '@/lib/promotion'
import { couponInputSchema } from '@/lib/promotion/schema'
import { atRest } from './at-rest-fixture'
import { commands, coupons, type World } from './market-life-fixture'

/**
 * Random lives of a market over real PostgreSQL. Commands are drawn without looking at what is allowed: most of the
 * interesting ones are refused, repeated or out of order, and after each of them every invariant must hold.
 */

const names = Object.keys(commands)
// Without money there is nothing to lose: what brings it comes more often.
const sales = [
  'placeWithCredit',
  'placeWithCredit',
  'sell',
  'sell',
  'sell',
  'sell',
  'place',
  'place',
  'pay',
  'pay',
  'pay',
]
const after = [
  'askReturn',
  'answerReturn',
  'answerReturn',
  'dispute',
  'resolve',
  'receive',
  'propose',
  'payOut',
  'payOut',
]
const weighted = [...names, ...sales, ...after, 'sendRefunds']

const step = fc.record({
  name: fc.constantFrom(...weighted),
  at: fc.nat(7),
  n: fc.nat(11),
  share: fc.integer({ min: 1, max: 130 }),
  provider: fc.constantFrom<Provider>('payme', 'click', 'stripe', 'cash'),
  twice: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

let pool: pg.Pool

beforeAll(async () => {
  pool = await testDb()
  await seedMarket(pool, 100_000)
  const details = {
    holder: 'Savdo MChJ',
    tin: '301234567',
    account: '20208000900123456001',
    mfo: '00444',
    bank: 'Bank',
  }
  for (const coupon of coupons) {
    const { id } = must(
      await createCoupon(couponInputSchema.parse({ ...coupon, startsAt: new Date(0) }), person('operator', 'admin')),
    )
    if ('shopId' in coupon) await acceptCoupon(id, person('seller', 'seller', coupon.shopId === 'sho_a' ? 'a' : 'b'))
  }
  for (const shop of ['a', 'b'] as const) must(await saveDetails(details, person(`seller${shop}`, 'seller', shop)))
})
afterAll(dropTestDbs)

async function live(steps: readonly Step[]): Promise<void> {
  const world: World = { placed: [], weeks: 0, payouts: [] }
  // Each life proposes payouts for times of its own: a period is paid once.
  const { rows } = await pool.query<{ runs: number }>('select count(*)::int as runs from payout')
  world.weeks = (rows[0]?.runs ?? 0) * 100
  await commands['place']?.(world, { at: 0, n: 1, share: 1, provider: 'payme' })
  for (const { name, twice, ...draw } of steps) {
    const command = commands[name]
    await command?.(world, draw)
    // The same again, at the same moment: the second effect must be impossible.
    if (twice && !name.startsWith('place')) await Promise.all([command?.(world, draw), command?.(world, draw)])
    await atRest()
  }
}

it('random lives of orders, payments, refunds and payouts break no invariant', async () => {
  const runs = Number(process.env['MODEL_RUNS'] ?? 8)
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 30 }), live), {
    numRuns: runs,
    endOnFailure: true,
    ...(process.env['MODEL_SEED'] && { seed: Number(process.env['MODEL_SEED']) }),
  })
}, 600_000)
