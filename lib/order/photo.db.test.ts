import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStore } from '@/lib/files/store-fixture'
import { must, ok } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { jpegOf, phonePhoto, svg } from '@/lib/plugins/pictures/picture-fixture'
import { getOrder, keepPhotos, listReturns, openDispute, readPhoto, requestReturn } from '.'
import type { OrderAccess } from './schema'
import { seedMarket } from './test-market'
import { deliver, operator, paidOrder, shopA, shopB } from './test-paid-order'

let pool: pg.Pool
let disk: Awaited<ReturnType<typeof openStore>>
beforeAll(async () => {
  pool = await testDb()
  disk = await openStore()
  await seedMarket(pool, 1000)
})
afterAll(async () => {
  await dropTestDbs()
  await disk.close()
})

const jpeg = async (bytes?: Uint8Array) => ({
  bytes: bytes ?? (await phonePhoto()),
  name: 'IMG_1.jpg',
  type: 'image/jpeg',
})
const one = async (bytes?: Uint8Array) => ok([await jpeg(bytes)])
const seenBy = (key: string, access: OrderAccess) => readPhoto(key, async () => access)

it('a photo is seen by the buyer, by the shop that it is about and by the operator, by nobody else', async () => {
  const placed = await paidOrder({ var_a1: 1, var_b1: 1 })
  must(await deliver(placed.parcelId))
  const [key = ''] = must(await keepPhotos(placed.number, one, placed.access))
  // Before anything is asked it speaks of no shop.
  expect(await seenBy(key, { actor: shopA })).toBeNull()
  const items = [{ itemId: placed.parcel.items[0]?.id ?? '', quantity: 1 }]
  must(await requestReturn({ parcelId: placed.parcelId, items, reason: 'damaged', photos: [key] }, placed.access))
  const { items: returns } = await listReturns(shopA)
  expect(returns[0]?.photos).toEqual([`/photos/${key}.jpg`])
  const told = async (access: OrderAccess) => (await getOrder({ number: placed.number }, access))?.returns[0]?.photos
  for (const access of [placed.access, { actor: shopA }, { actor: operator }]) {
    expect(await told(access)).toEqual([`/photos/${key}.jpg`])
    expect((await seenBy(key, access))?.length).toBeGreaterThan(0)
  }
  expect([await told({ phone: '+998901234567' }), await told({ actor: shopB })]).toEqual([[], undefined])
  for (const access of [{}, { actor: shopB }, { phone: '+998901234567' }, { token: 'wrong' }])
    expect(await seenBy(key, access)).toBeNull()
  const bytes = Buffer.from((await seenBy(key, placed.access)) ?? [])
  expect([bytes.includes('Sharq'), bytes.includes('Exif')]).toEqual([false, false])
})

it('strangers’ bytes are not even read, and at most five are kept', async () => {
  const placed = await paidOrder({ var_a1: 1 })
  let read = 0
  const count = async () => {
    read += 1
    return one()
  }
  for (const access of [{}, { actor: shopA }, { token: 'wrong' }])
    expect(await keepPhotos(placed.number, count, access)).toMatchObject({ code: 'not-found' })
  expect(read).toBe(0)
  const six = async () => ok(await Promise.all(Array.from({ length: 6 }, () => jpeg())))
  expect(await keepPhotos(placed.number, six, placed.access)).toMatchObject({ code: 'too-many-pictures' })
  const drawn = async () => ok([{ bytes: svg, name: 'a.jpg', type: 'image/jpeg' }])
  expect(await keepPhotos(placed.number, drawn, placed.access)).toMatchObject({ code: 'picture-kind' })
})

it('a photo of another order is like none', async () => {
  const mine = await paidOrder({ var_a1: 1 })
  const other = await paidOrder({ var_a1: 1 })
  must(await deliver(mine.parcelId))
  const photos = must(await keepPhotos(other.number, () => jpegOf(100, 120).then(one), other.access))
  const amount = { amount: '100', currency: 'UZS' as const }
  const dispute = { parcelId: mine.parcelId, amount, reason: 'damaged', photos }
  expect(await openDispute(dispute, mine.access)).toMatchObject({ code: 'unknown-picture' })
})
