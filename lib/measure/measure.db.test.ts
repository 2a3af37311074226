import { createHash } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Origin } from '@/lib/attribution/schema'

const { FakeCollector } = await import('./fake-collector-fixture')
const google = new FakeCollector()
const facebook = new FakeCollector()
process.env['GA4_MEASUREMENT_ID'] = 'G-TEST1234'
process.env['GA4_API_SECRET'] = 'secret'
process.env['GA4_API_BASE'] = await google.listen()
process.env['META_PIXEL_ID'] = '1234567890'
process.env['META_ACCESS_TOKEN'] = 'token'
process.env['META_API_BASE'] = `${await facebook.listen()}/v23.0`

const { keepOrigin } = await import('@/lib/attribution')
const { recordConsent } = await import('@/lib/consent')
const { sql } = await import('@/lib/kernel/db')
const { must } = await import('@/lib/kernel/result')
const { dropTestDbs, testDb } = await import('@/lib/kernel/test-db')
const { work } = await import('@/lib/kernel/worker')
const { refundParcel } = await import('@/lib/order')
const { seedMarket } = await import('@/lib/order/test-market')
const { paidOrder, shopA } = await import('@/lib/order/test-paid-order')
const { sendConversion } = await import('./send-conversion')

/** The log is read up to the oldest transaction of the whole server, and others test on it too. */
const patient = { timeout: 20_000, interval: 100 }

let db: pg.Pool
beforeAll(async () => {
  db = await testDb()
  await seedMarket(db, 100)
})
afterAll(async () => {
  google.close()
  facebook.close()
  await dropTestDbs()
})

const origin = (subject: string | null, over: Partial<Origin> = {}): Origin => ({
  subject,
  consent: ['analytics', 'ads'],
  gaClient: '123.456',
  gaSession: '1790000001',
  fbp: 'fb.1.1.2',
  fbc: null,
  ip: '203.0.113.7',
  userAgent: 'Browser',
  locale: 'uz',
  device: 'phone',
  first: null,
  last: null,
  experiments: {},
  ...over,
})

const agree = (analytics: boolean, ads: boolean, subject: string | null = null) =>
  recordConsent({ analytics, ads, locale: 'uz', channel: 'banner' }, { subject, userId: null })

/** Every job of the table, as the queue would run it; twice, for the queue may. */
async function tellAll() {
  const { rows } = await db.query<{ event_id: string; sink: 'ga4' | 'meta' }>('select event_id, sink from conversion')
  for (const { event_id: eventId, sink } of [...rows, ...rows]) await sendConversion({ eventId, sink })
}

const toldOf = (orderId: string) => ({
  google: google.told.filter(({ body }) => JSON.stringify(body).includes(orderId)),
  facebook: facebook.told.filter(({ body }) => JSON.stringify(body).includes(orderId)),
})

async function sold(subject: string | null, over: Partial<Origin> = {}) {
  const order = await paidOrder({ var_a1: 2 })
  await keepOrigin(sql, order.orderId, origin(subject, over))
  await vi.waitFor(async () => {
    await work()
    const { rowCount } = await db.query('select 1 from conversion where order_id = $1', [order.orderId])
    expect(rowCount).toBeGreaterThan(0)
  }, patient)
  return order
}

describe('what counters are told by the server', () => {
  it('is a purchase, once, with the id that the page tells too', async () => {
    const order = await sold(await agree(true, true))
    await tellAll()
    const told = toldOf(order.orderId)
    expect(told.google).toHaveLength(1)
    expect(told.google[0]?.path).toBe('/mp/collect?measurement_id=G-TEST1234&api_secret=secret')
    expect(told.google[0]?.body).toMatchObject({
      client_id: '123.456',
      events: [
        {
          name: 'purchase',
          params: {
            transaction_id: order.orderId,
            event_id: `purchase:${order.orderId}`,
            currency: 'UZS',
            value: 200_000,
            session_id: '1790000001',
            items: [{ item_id: 'SKU-A1', item_name: 'Choynak', quantity: 2, price: 100_000 }],
          },
        },
      ],
    })
    expect(told.facebook).toHaveLength(1)
    expect(told.facebook[0]?.path).toBe('/v23.0/1234567890/events')
    expect(told.facebook[0]?.body).toMatchObject({
      access_token: 'token',
      data: [
        {
          event_name: 'Purchase',
          event_id: `purchase:${order.orderId}`,
          action_source: 'website',
          user_data: {
            fbp: 'fb.1.1.2',
            client_ip_address: '203.0.113.7',
            ph: [createHash('sha256').update('998901234567').digest('hex')],
          },
          custom_data: { currency: 'UZS', value: 200_000, content_ids: ['SKU-A1'] },
        },
      ],
    })
    expect(JSON.stringify(told.facebook)).not.toContain('998901234567')
  })

  it('is a refund of what was given back', async () => {
    const order = await sold(await agree(true, true))
    must(
      await refundParcel(
        { parcelId: order.parcelId, amount: { amount: '5000000', currency: 'UZS' }, reason: 'x' },
        shopA,
      ),
    )
    await vi.waitFor(async () => {
      await work()
      const { rowCount } = await db.query(`select 1 from conversion where order_id = $1 and kind = 'refund'`, [
        order.orderId,
      ])
      expect(rowCount).toBe(2)
    }, patient)
    await tellAll()
    const refunds = toldOf(order.orderId).google.filter(({ body }) => JSON.stringify(body).includes('"refund"'))
    expect(refunds).toHaveLength(1)
    expect(refunds[0]?.body).toMatchObject({
      events: [{ name: 'refund', params: { transaction_id: order.orderId, value: 50_000 } }],
    })
  })

  it('is nothing of who refused, took it back, or agreed to something else', async () => {
    const refused = await sold(null, { consent: [] })
    const subject = await agree(true, true)
    const regretted = await sold(subject)
    await agree(false, false, subject)
    const measured = await sold(await agree(true, false))
    await tellAll()
    expect(toldOf(refused.orderId)).toEqual({ google: [], facebook: [] })
    expect(toldOf(regretted.orderId)).toEqual({ google: [], facebook: [] })
    expect(toldOf(measured.orderId)).toMatchObject({ google: [{}], facebook: [] })
    const { rows } = await db.query(`select status from conversion where order_id = $1`, [refused.orderId])
    expect(rows.map(({ status }) => status)).toEqual(['not-allowed', 'not-allowed'])
  })

  it('is tried again after a failure, and then told once', async () => {
    const order = await sold(await agree(true, true))
    google.failing = [503, 500]
    const asked = { eventId: `purchase:${order.orderId}`, sink: 'ga4' } as const
    await expect(sendConversion(asked)).rejects.toThrow('503')
    await expect(sendConversion(asked)).rejects.toThrow('500')
    await sendConversion(asked)
    await sendConversion(asked)
    expect(toldOf(order.orderId).google).toHaveLength(1)
  })
})
