import type { Actor } from '@/lib/auth/schema'
import { createCoupon, endCoupon, findTargets, listCoupons } from '@/lib/promotion'
import { type CouponInput, couponInputSchema } from '@/lib/promotion/schema'
import { basisPoints } from './basis-points'
import { findPerson } from './find-person'
import { moment } from './moment'
import type { Flags } from './parse-flags'
import { tiyin } from './tiyin'
import { UsageError } from './usage-error'

const refusals = {
  forbidden: 'Only the operator makes coupons of the market.',
  'code-taken': 'There is a coupon with this code.',
  'not-found': 'There is no such shop or category.',
}

const count = (text: string | undefined) => (text === undefined ? null : Number(text))
const points = (text: string | undefined) => (text === undefined ? null : basisPoints(text))

async function readInput(flags: Flags): Promise<CouponInput> {
  const [percent, amount] = [points(flags.get('percent')), tiyin(flags.get('amount'), 'amount') ?? null]
  const { shopId, categoryId } = await findTargets({ shop: flags.get('shop'), category: flags.get('category') })
  if (shopId === undefined || categoryId === undefined) throw new UsageError(refusals['not-found'])
  const parsed = couponInputSchema.safeParse({
    code: flags.need('code'),
    kind: percent === null ? (amount === null ? 'free-delivery' : 'fixed') : 'percent',
    percentBp: percent,
    amount,
    most: tiyin(flags.get('most'), 'most') ?? null,
    minTotal: tiyin(flags.get('minimum'), 'minimum') ?? 0,
    startsAt: moment(flags.get('from'), 'from') ?? new Date(),
    endsAt: moment(flags.get('to'), 'to') ?? null,
    limitTotal: count(flags.get('limit')),
    limitPerson: count(flags.get('per-person')),
    shopId,
    categoryId,
    segment: flags.get('segment') ?? 'everyone',
    marketBp: points(flags.get('market')) ?? 10_000,
    campaign: flags.get('campaign') ?? null,
  })
  if (parsed.success) return parsed.data
  throw new UsageError(
    `A coupon cannot be like this: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`,
  )
}

export async function makeCoupon(flags: Flags): Promise<number> {
  const actor = await findPerson(flags.need('by'))
  const input = await readInput(flags)
  const made = await createCoupon(input, actor)
  if (!made.ok) throw new UsageError(refusals[made.code])
  console.log(`${input.code} (${made.value.id}) ${made.value.status === 'active' ? 'works' : 'waits for its shop'}.`)
  return 0
}

async function findByCode(actor: Actor, code: string | undefined): Promise<string | undefined> {
  for (let before: string | undefined; ; ) {
    const { items, nextCursor } = await listCoupons(actor, before)
    const found = items.find((one) => one.code === code)
    if (found || nextCursor === null) return found?.id
    before = nextCursor
  }
}

export async function stopCoupon(flags: Flags): Promise<number> {
  const actor = await findPerson(flags.need('by'))
  const [id, code] = [flags.get('id'), flags.get('code')?.toUpperCase()]
  const known = id ?? (await findByCode(actor, code))
  const ended = known ? await endCoupon(known, actor) : null
  if (!ended?.ok) throw new UsageError('There is no such coupon.')
  console.log('It has ended; orders that have it keep it.')
  return 0
}
