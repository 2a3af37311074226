import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepOrigin } from '@/lib/attribution'
import type { Origin, Touch } from '@/lib/attribution/schema'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { refundParcel } from '@/lib/order'
import { seedMarket } from '@/lib/order/test-market'
import { paidOrder, shopA } from '@/lib/order/test-paid-order'
import { saveCampaign } from '@/lib/visit'
import { compareEvents, getFunnel, listCampaigns, listFeeds } from '.'

const admin = { kind: 'user', id: 'usr_1', name: 'A', phone: '+998900000001', role: 'admin' } as const
const buyer = { ...admin, role: 'buyer' } as const

let db: pg.Pool
beforeAll(async () => {
  db = await testDb()
  await seedMarket(db, 100)
})
afterAll(dropTestDbs)

const touch = (source: string, campaign?: string): Touch => ({ source, campaign, landing: '/uz', at: 1 })
const origin = (first: Touch, last: Touch): Origin => ({
  subject: 's',
  consent: ['analytics'],
  gaClient: '1.2',
  gaSession: null,
  fbp: null,
  fbc: null,
  ip: null,
  userAgent: null,
  locale: 'uz',
  device: 'phone',
  first,
  last,
  experiments: {},
})

describe('the funnel of a month', () => {
  it('counts people, as the raw events do', async () => {
    let seed = 7
    const random = (most: number) => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31
      return Math.floor((seed / 2 ** 31) * most)
    }
    const steps = ['view', 'cart', 'checkout', 'paid'] as const
    const events = Array.from({ length: 5000 }, () => ({
      subject: `v${random(700)}`,
      step: steps[random(4)] ?? 'view',
      locale: ['uz', 'ru', 'en'][random(3)] ?? 'uz',
      device: random(2) ? 'phone' : 'desktop',
      age: random(60),
    }))
    const column = (name: keyof (typeof events)[number]) => events.map((event) => event[name])
    await db.query(
      `insert into visit_event (subject, step, locale, device, at)
       select s, t, l, d, now() - make_interval(days => a) - interval '1 minute'
         from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[]) as e (s, t, l, d, a)`,
      [column('subject'), column('step'), column('locale'), column('device'), column('age')],
    )
    const month = events.filter(({ age }) => age < 30)
    const people = (of: typeof events) =>
      Object.fromEntries(
        steps.map((step) => [step, new Set(of.flatMap((one) => (one.step === step ? [one.subject] : []))).size]),
      )
    const funnel = await getFunnel(admin, 30)
    expect(funnel?.whole).toEqual(people(month))
    expect(funnel?.parts).toHaveLength(6)
    for (const { locale, device, people: counted } of funnel?.parts ?? [])
      expect(counted).toEqual(people(month.filter((one) => one.locale === locale && one.device === device)))
  })

  it('is nobody else’s business', async () => {
    expect(await getFunnel(buyer, 30)).toBeNull()
    expect(await listCampaigns(buyer, 30, 'last')).toEqual([])
    expect(await compareEvents(buyer, 30)).toEqual([])
    expect(
      await saveCampaign(
        { name: 'x', source: 'x', campaign: '', cost: 1, startsOn: '2026-01-01', endsOn: null },
        buyer,
      ),
    ).toMatchObject({ code: 'forbidden' })
  })
})

describe('campaigns', () => {
  it('earn what their visitors paid and kept, for what they cost', async () => {
    const today = new Date().toISOString().slice(0, 10)
    const first = await paidOrder({ var_a1: 1 })
    const second = await paidOrder({ var_a1: 2 })
    await keepOrigin(sql, first.orderId, origin(touch('Telegram', 'kuz'), touch('google')))
    await keepOrigin(sql, second.orderId, origin(touch('telegram', 'kuz'), touch('telegram', 'kuz')))
    must(
      await refundParcel(
        { parcelId: second.parcelId, amount: { amount: '5000000', currency: 'UZS' }, reason: 'x' },
        shopA,
      ),
    )
    const cost = { name: 'Kuzgi', source: 'telegram', campaign: 'kuz', startsOn: today, endsOn: null }
    must(await saveCampaign({ ...cost, cost: 100 }, admin))
    must(await saveCampaign({ ...cost, cost: 5_000_000 }, admin))
    must(await saveCampaign({ ...cost, name: 'Hech kim', campaign: 'qish', cost: 70 }, admin))
    const rows = await listCampaigns(admin, 30, 'last')
    expect(rows).toMatchObject([
      {
        source: 'telegram',
        campaign: 'kuz',
        name: 'Kuzgi',
        orders: 1,
        paid: { amount: 20_000_000 },
        refunded: { amount: 5_000_000 },
        cost: { amount: 5_000_000 },
        return: 300,
      },
      { source: 'google', campaign: '', name: null, orders: 1, paid: { amount: 10_000_000 }, cost: null, return: null },
      { source: 'telegram', campaign: 'qish', name: 'Hech kim', orders: 0, cost: { amount: 70 }, return: 0 },
    ])
    expect(await listCampaigns(admin, 30, 'first')).toMatchObject([
      { source: 'telegram', campaign: 'kuz', orders: 2 },
      {},
    ])
  })
})

describe('product feeds', () => {
  it('are told by the orders that came by their links', async () => {
    const sold = await paidOrder({ var_a1: 1 })
    const click = { ...touch('google', 'google-feed'), medium: 'feed' }
    await keepOrigin(sql, sold.orderId, origin(click, click))
    expect(await listFeeds(admin, 30, 'last')).toEqual([
      {
        feed: 'google',
        orders: 1,
        paid: { amount: 10_000_000, currency: 'UZS' },
        refunded: { amount: 0, currency: 'UZS' },
      },
      ...['meta', 'yandex'].map((feed) => expect.objectContaining({ feed, orders: 0 })),
    ])
    expect(await listFeeds(buyer, 30, 'last')).toEqual([])
  })
})
