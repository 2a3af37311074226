import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ShopActor } from '@/lib/auth/schema'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { confirmParcel, getOrder, packParcel, placeOrder, returnParcel, shipParcel } from '@/lib/order'
import { listCashLimits, setCashLimit } from '@/lib/payment'
import { fillCart, order, orderInput, seedMarket } from './test-market'

const operator = { kind: 'system', id: 'cli' } as const
const shop: ShopActor = { kind: 'shop', shopId: 'sho_a', keyId: 'key_a', scopes: [] }
const soum = (n: number) => n * 100

beforeAll(async () => {
  await seedMarket(await testDb(), 1000)
  must(await setCashLimit(0, { allowed: true, most: soum(1_000_000), mostFirst: soum(300_000) }, operator))
})
afterAll(dropTestDbs)

async function place(wish: Record<string, number>, phone: string, method: 'pickup' | 'courier' = 'pickup') {
  const cart = await fillCart(wish)
  const input = orderInput(wish, 'cash', method)
  const actor = { kind: 'guest', cartToken: cart.token } as const
  return placeOrder({ ...input, contact: { ...input.contact, phone }, cartId: cart.id }, actor)
}

/** Brought to the door and back again. */
async function comeInVain(phone: string) {
  const placed = must(await place({ var_a1: 1 }, phone))
  const seen = await getOrder({ id: placed.orderId }, { token: placed.accessToken })
  for (const { id } of seen?.parcels ?? [])
    for (const step of [confirmParcel, packParcel, shipParcel, returnParcel]) must(await step({ parcelId: id }, shop))
}

it('a first order pays less at the door, and is told how much', async () => {
  const refused = await place({ var_a2: 2 }, '+998901110001')
  const most = { amount: String(soum(300_000)), currency: 'UZS' }
  expect(refused).toEqual({ ok: false, code: 'cash-unavailable', detail: { most } })
  expect((await place({ var_a1: 3 }, '+998901110001')).ok).toBe(true)
})

it('a phone that lets three parcels come in vain pays beforehand', async () => {
  for (let times = 0; times < 3; times++) await comeInVain('+998901110002')
  expect(await place({ var_a1: 1 }, '+998901110002')).toEqual({ ok: false, code: 'cash-unavailable', detail: {} })
  expect((await order({ var_a1: 1 }, 'payme')).orderId).toMatch(/^ord_/)
})

it('a region has its own limit, or none', async () => {
  must(await setCashLimit(1726, { allowed: false, most: 0, mostFirst: 0 }, operator))
  expect((await place({ var_a1: 1 }, '+998901110003', 'courier')).ok).toBe(false)
  expect((await place({ var_a1: 1 }, '+998901110003', 'pickup')).ok).toBe(true)
  expect((await listCashLimits()).map(({ region }) => region)).toEqual([0, 1726])
})

it('nobody but the operator sets it', async () => {
  const limit = { allowed: true, most: 1, mostFirst: 1 }
  expect(await setCashLimit(0, limit, shop)).toMatchObject({ ok: false, code: 'forbidden' })
  expect(await setCashLimit(0, { ...limit, mostFirst: 2 }, operator)).toMatchObject({ ok: false, code: 'wrong-range' })
})
