import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachPictures, finishPicture, keepImage, readMaster, readServed, reuseFetched } from '@/lib/files'
import { openStore } from '@/lib/files/store-fixture'
import { sql, transact } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { gifOf, jpegOf, svg } from '@/lib/plugins/pictures/picture-fixture'
import { sweepFiles } from './commands/sweep-files'

let disk: Awaited<ReturnType<typeof openStore>>

beforeAll(async () => {
  await testDb()
  disk = await openStore()
})
afterAll(async () => {
  await dropTestDbs()
  await disk.close()
})

const upload = async (bytes?: Uint8Array, name = 'lagan.jpg') => ({
  bytes: bytes ?? (await jpegOf()),
  name,
  type: 'image/jpeg',
})
const keep = async (bytes?: Uint8Array, owner = 'sho_1') =>
  keepImage({ upload: await upload(bytes), prefix: 'u', owner })
const rowsOf = async (key: string) =>
  (await sql.query<{ state: string; widths: number[] }>('select state, widths from file where key = $1', [key])).rows

describe('an upload', () => {
  it('is kept once however often a shop sends it, and is another file of another shop', async () => {
    const first = must(await keep())
    expect(must(await keep()).key).toBe(first.key)
    expect(must(await keep(undefined, 'sho_2')).key).not.toBe(first.key)
    expect(await rowsOf(first.key)).toEqual([{ state: 'waiting', widths: [] }])
    const jobs = await sql.query(`select from pgboss.job where name = 'make-images' and data->>'key' = $1`, [first.key])
    expect(jobs.rowCount).toBe(1)
  })

  it('leaves nothing behind when it is refused', async () => {
    const before = await sql.query('select from file')
    const refused = [
      await keepImage({ upload: await upload(new Uint8Array()), prefix: 'u', owner: 'sho_1' }),
      await keepImage({ upload: await upload(new Uint8Array(11_000_000)), prefix: 'u', owner: 'sho_1' }),
      await keepImage({ upload: await upload(svg), prefix: 'u', owner: 'sho_1' }),
      await keepImage({ upload: await upload(gifOf(2)), prefix: 'u', owner: 'sho_1' }),
      await keepImage({ upload: await upload((await jpegOf()).subarray(0, 500)), prefix: 'u', owner: 'sho_1' }),
    ]
    const codes = ['empty-picture', 'picture-too-large', 'picture-kind', 'mislabelled-picture', 'broken-picture']
    expect(refused.map((one) => !one.ok && one.code)).toEqual(codes)
    expect((await sql.query('select from file')).rowCount).toBe(before.rowCount)
  })

  it('leaves no row when the disk is full', async () => {
    disk.full = true
    const refused = await keep(await jpegOf(500, 501))
    disk.full = false
    expect(refused).toEqual({ ok: false, code: 'no-room' })
    const row = await sql.query(`select from file where width = 500 and height = 501`)
    expect(row.rowCount).toBe(0)
  })

  it('is limited by the hour', async () => {
    const again = () => upload().then((one) => keepImage({ upload: one, prefix: 'u', owner: 'sho_9', limit: 2 }))
    expect([(await again()).ok, (await again()).ok]).toEqual([true, true])
    expect(await again()).toEqual({ ok: false, code: 'too-many-uploads' })
  })
})

describe('the files of a picture', () => {
  it('are there after its job, and the job may be repeated', async () => {
    const { key } = must(await keep(await jpegOf(900, 1200)))
    const attached = await transact((tx) => attachPictures(tx, [key], { shopId: 'sho_1', productId: 'prd_1' }))
    expect(must(attached).get(key)).toMatchObject({ ready: false, widths: [] })
    const told: string[][] = []
    const finish = () => finishPicture(key, async (_, __, awaitedBy) => void told.push(awaitedBy))
    await finish()
    await finish()
    expect(told).toEqual([['prd_1'], []])
    expect(await rowsOf(key)).toEqual([{ state: 'ready', widths: [320, 640, 1280] }])
    const served = await readServed(`${key}-1280.avif`)
    expect(served).toMatchObject({ type: 'image/avif' })
    expect(await readServed(`${key}-og.jpg`)).toMatchObject({ type: 'image/jpeg' })
    expect(await readServed(`${key}-333.jpg`)).toBeNull()
    expect(await readServed(`../masters/${key}.jpg`)).toBeNull()
  })

  it('are made when they are asked for before the job came to it', async () => {
    const { key } = must(await keep(await jpegOf(400, 500)))
    expect(await readServed(`${key}-320.webp`)).toMatchObject({ type: 'image/webp' })
    expect(await readServed(`${key.replace(/.$/, 'x')}-320.webp`)).toBeNull()
  })

  it('cannot be used by another shop, nor what never was', async () => {
    const { key } = must(await keep())
    const foreign = { shopId: 'sho_2', productId: 'prd_2' }
    const refused = { ok: false, code: 'unknown-picture' }
    expect(await transact((tx) => attachPictures(tx, [key], foreign))).toMatchObject(refused)
    expect(await transact((tx) => attachPictures(tx, [`u-${'0'.repeat(32)}`], foreign))).toMatchObject(refused)
  })
})

describe('what nobody used', () => {
  it('goes after a day, what is used stays', async () => {
    const lost = must(await keep(await jpegOf(410, 410))).key
    const used = must(await keep(await jpegOf(420, 420))).key
    must(await transact((tx) => attachPictures(tx, [used], { shopId: 'sho_1', productId: 'prd_1' })))
    await finishPicture(lost, async () => undefined)
    await sweepFiles()
    expect(await rowsOf(lost)).toHaveLength(1)
    await sql.query(`update file set created_at = now() - interval '25 hours' where key = any($1)`, [[lost, used]])
    await sweepFiles()
    expect([await rowsOf(lost), (await rowsOf(used)).length]).toEqual([[], 1])
    expect([await readMaster(lost), await readServed(`${lost}-640.jpg`)]).toEqual([null, null])
    expect(await readMaster(used)).not.toBeNull()
  })

  it('is found again by the address that it was fetched from, by its shop alone', async () => {
    const kept = await keepImage({ upload: await upload(), prefix: 'p', owner: 'sho_1', source: 'abc' })
    expect(await reuseFetched('abc', 'sho_1')).toBe(must(kept).key)
    expect(await reuseFetched('abc', 'sho_2')).toBeNull()
  })
})
