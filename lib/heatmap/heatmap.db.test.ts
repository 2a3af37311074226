import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { flushHeat, recordHeat, setHeatShare, sweepHeat } from './commands'
import { heatSchema } from './input'
import { getHeat, heatShare } from './queries'
import type { Heat } from './schema'

const admin = { kind: 'user', id: 'usr_1', name: 'A', phone: '+998900000001', role: 'admin' } as const
const buyer = { ...admin, role: 'buyer' } as const
const asked = { page: 'product', device: 'phone', days: 7 } as const
const look = (presses: Heat['presses'], over: Partial<Heat> = {}): Heat => ({
  page: 'product',
  device: 'phone',
  presses,
  ...over,
})

beforeAll(async () => void (await testDb()))
afterAll(dropTestDbs)

describe('presses', () => {
  it('are counted by cell and day, and nothing else is kept', async () => {
    recordHeat(
      look([
        [3, 10, 0],
        [3, 10, 1],
        [23, 149, 0],
      ]),
    )
    recordHeat(look([[3, 10, 0]]))
    recordHeat(look([], { device: 'desktop' }))
    recordHeat(look([[3, 10, 0]], { page: 'home' }))
    await flushHeat()
    recordHeat(look([[3, 10, 1]]))
    await flushHeat()
    expect(await getHeat(admin, asked)).toEqual({
      looks: 3,
      presses: 5,
      cells: [
        { x: 3, y: 10, times: 4, idle: 2 },
        { x: 23, y: 149, times: 1, idle: 0 },
      ],
    })
    expect(await getHeat(admin, { ...asked, device: 'desktop' })).toEqual({ looks: 1, presses: 0, cells: [] })
    const { rows } = await sql.query<{ column_name: string }>(
      `select column_name from information_schema.columns where table_name = 'heat_cell' order by 1`,
    )
    expect(rows.map((row) => row.column_name)).toEqual(['day', 'device', 'idle', 'page', 'times', 'x', 'y'])
  })

  it('of a hundred looks at once are all there', async () => {
    await Promise.all(
      Array.from({ length: 100 }, async (_, at) => {
        recordHeat(look([[at % 24, at, 0]], { page: 'shop' }))
        if (at % 10 === 0) await flushHeat()
      }),
    )
    await flushHeat()
    expect(await getHeat(admin, { ...asked, page: 'shop' })).toMatchObject({ looks: 100, presses: 100 })
  })

  it('are forgotten after two months', async () => {
    await sql.query(`update heat_cell set day = day - 70`)
    await sql.query(`update heat_look set day = day - 70`)
    await sweepHeat()
    const { rows } = await sql.query('select 1 from heat_cell union all select 1 from heat_look')
    expect(rows).toEqual([])
  })

  it('are the operator’s alone to see and to ask for', async () => {
    expect(await getHeat(buyer, asked)).toBeNull()
    expect(await setHeatShare(5, buyer)).toMatchObject({ code: 'forbidden' })
    expect(await heatShare(sql)).toBe(0)
    must(await setHeatShare(5, admin))
    must(await setHeatShare(20, admin))
    expect(await setHeatShare(101, admin)).toMatchObject({ code: 'wrong-share' })
    expect(await heatShare(sql)).toBe(20)
  })

  it('beyond the grid or with more than was asked for are refused', () => {
    const refused = [
      look([[24, 0, 0]]),
      look([[0, 150, 0]]),
      look([[0, 0, 2 as 1]]),
      look(Array.from({ length: 61 }, () => [0, 0, 0])),
      { ...look([]), path: '/uz/p/x' },
      { ...look([]), page: 'checkout' },
    ]
    for (const told of refused) expect(heatSchema.safeParse(told).success).toBe(false)
    expect(heatSchema.safeParse(look([[23, 149, 1]])).success).toBe(true)
  })
})
