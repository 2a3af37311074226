import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileStore } from '@/lib/files/ports'
import { diskStore } from '@/lib/plugins/files-disk/disk-store'
import { FakeS3 } from '@/lib/plugins/s3/fake-s3-fixture'
import { s3Store } from '@/lib/plugins/s3/s3-store'

const bytes = new Uint8Array([0, 1, 2, 253, 254, 255])
const name = 'goods/u-0123456789abcdef0123456789abcdef-640.webp'

type Opened = { store: FileStore; again: () => FileStore; close: () => Promise<unknown> }

async function onDisk(): Promise<Opened> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'files-'))
  return {
    store: diskStore(root),
    again: () => diskStore(root),
    close: () => rm(root, { recursive: true, force: true }),
  }
}

async function inBucket(): Promise<Opened> {
  const fake = new FakeS3()
  const bucket = await fake.open()
  return { store: s3Store(bucket), again: () => s3Store(bucket), close: () => fake.close() }
}

describe.each([
  ['the disk', onDisk],
  ['S3', inBucket],
])('files on %s', (_, open) => {
  let opened: Opened
  beforeAll(async () => void (opened = await open()))
  afterAll(() => opened.close())

  it('come back as they were put, from another instance too', async () => {
    expect(await opened.store.put(name, bytes, 'image/webp')).toEqual({ ok: true, value: undefined })
    expect(Buffer.from((await opened.again().get(name)) ?? [])).toEqual(Buffer.from(bytes))
    expect(await opened.store.has(name)).toBe(true)
  })

  it('are replaced whole when they are put again', async () => {
    await opened.store.put(name, new Uint8Array([7]), 'image/webp')
    expect([...((await opened.store.get(name)) ?? [])]).toEqual([7])
  })

  it('are null where there is none, and gone once removed, twice too', async () => {
    expect(await opened.store.get('goods/nothing.jpg')).toBeNull()
    await opened.store.remove(name)
    await opened.store.remove(name)
    expect(await opened.store.has(name)).toBe(false)
    expect(await opened.store.get(name)).toBeNull()
  })

  it('may be put by many at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => opened.store.put(name, bytes, 'image/webp')))
    expect(await opened.store.get(name)).toHaveLength(bytes.length)
  })
})

describe('the disk', () => {
  it('keeps no halves and nothing outside its folder', async () => {
    const root = await mkdtemp(path.join(os.tmpdir(), 'files-'))
    await diskStore(root).put(name, bytes, 'image/webp')
    const found = await readdir(root, { recursive: true })
    expect(found.filter((file) => file.endsWith('.tmp'))).toEqual([])
    for (const outside of ['../secret', 'goods/../../secret', '/etc/passwd', 'goods/.hidden', 'goods/a/b'])
      expect(() => diskStore(root).get(outside)).toThrow(RangeError)
    await rm(root, { recursive: true, force: true })
  })
})

describe('a bucket', () => {
  it('takes nothing that is signed with another secret, and says when it is full', async () => {
    const fake = new FakeS3()
    const bucket = await fake.open()
    const stranger = s3Store({ ...bucket, secretAccessKey: 'another' })
    await expect(stranger.put(name, bytes, 'image/webp')).rejects.toThrow('SignatureDoesNotMatch')
    await expect(stranger.get(name)).rejects.toThrow('403')
    expect(fake.objects.size).toBe(0)
    fake.full = true
    expect(await s3Store(bucket).put(name, bytes, 'image/webp')).toEqual({ ok: false, code: 'no-room' })
    await fake.close()
  })
})
