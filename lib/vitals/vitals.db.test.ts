import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { flushVitals, recordVitals, sweepVitals } from './commands'
import { getSpeed } from './queries'
import { type RecordVitals, recordVitalsSchema } from './schema'

const operator: Actor = { kind: 'system', name: 'test' } as never
const visit = (values: RecordVitals['values'], more: Partial<RecordVitals> = {}): RecordVitals => ({
  page: 'product',
  device: 'phone',
  locale: 'uz',
  values,
  ...more,
})
const rows = async () => (await sql.query<{ times: number }>('select times from vital')).rows
const near = (value: number | undefined, wanted: number) =>
  expect(value).toBeCloseTo(wanted, -Math.log10(wanted * 0.06))

beforeAll(async () => void (await testDb()))
afterAll(dropTestDbs)

describe('the measurements of real visits', () => {
  it('are counted in memory and written together', async () => {
    for (let at = 0; at < 100; at += 1) recordVitals(visit({ LCP: at < 70 ? 1000 : 4000, CLS: 0 }))
    expect(await rows()).toEqual([])
    await flushVitals()
    expect((await rows()).map(({ times }) => times).sort((a, b) => a - b)).toEqual([30, 70, 100])
    recordVitals(visit({ LCP: 1000 }))
    await flushVitals()
    expect((await rows()).map(({ times }) => times)).toContain(71)
    await flushVitals()
    expect(await rows()).toHaveLength(3)
  })

  it('are shown as the value that three of four visits stay below', async () => {
    recordVitals(visit({ LCP: 500 }, { device: 'desktop', page: 'home', locale: 'en' }))
    await flushVitals()
    const speed = await getSpeed(operator, { days: 7, name: 'LCP' })
    near(speed?.whole.LCP?.value, 4000)
    expect(speed?.whole.LCP?.seen).toBe(102)
    expect(speed?.whole.CLS).toEqual({ value: 0, seen: 100 })
    expect(speed?.rows.map(({ page, device, locale }) => [page, device, locale])).toEqual([
      ['home', 'desktop', 'en'],
      ['product', 'phone', 'uz'],
    ])
    near(speed?.rows[0]?.values.LCP?.value, 500)
    expect(speed?.days).toHaveLength(7)
    near(speed?.days.at(-1)?.phone?.value, 4000)
    near(speed?.days.at(-1)?.desktop?.value, 500)
    expect(speed?.days[0]).toMatchObject({ phone: null, desktop: null })
  })

  it('are the operator’s alone', async () => {
    const buyer = { kind: 'user', role: 'buyer' } as never
    expect(await getSpeed(buyer, { days: 7, name: 'LCP' })).toBeNull()
  })

  it('are forgotten after a quarter of a year', async () => {
    await sql.query(`update vital set day = day - 100 where name = 'CLS'`)
    await sweepVitals()
    expect(await rows()).toHaveLength(3)
    expect((await getSpeed(operator, { days: 90, name: 'CLS' }))?.whole.CLS).toBeUndefined()
  })
})

describe('what a browser may tell', () => {
  const told = (more: object) => recordVitalsSchema.safeParse({ ...visit({ LCP: 900 }), ...more }).success
  it('is kinds and figures and nothing else', () => {
    expect(told({})).toBe(true)
    for (const wrong of [
      { values: {} },
      { values: { LCP: -1 } },
      { values: { LCP: 1e9 } },
      { values: { CLS: 1000 } },
      { values: { LCP: '900' } },
      { values: { FID: 1 } },
      { page: '/uz/orders/104722913K' },
      { locale: 'de' },
      { url: 'https://bozor.uz/uz/orders/1?t=secret' },
    ])
      expect(told(wrong), JSON.stringify(wrong)).toBe(false)
  })
})
