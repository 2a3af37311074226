import { createHash, randomBytes } from 'node:crypto'
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { FileStore } from '@/lib/files/ports'
import { fail, ok } from '@/lib/kernel/result'

const named = /^[a-z]+\/[a-z0-9][a-z0-9.-]{0,120}$/

const codeOf = (error: unknown) => (error as { code?: string }).code

/** A folder of a million files is slow to open on some disks: 256 share them. */
function fileOf(root: string, name: string): string {
  if (!named.test(name)) throw new RangeError(`Not a name of a file: ${name}`)
  const [folder = '', file = ''] = name.split('/')
  return path.join(root, folder, createHash('sha256').update(file).digest('hex').slice(0, 2), file)
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const half = `${file}.${randomBytes(6).toString('hex')}.tmp`
  await mkdir(path.dirname(file), { recursive: true })
  try {
    const handle = await open(half, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(half, file)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
  await syncFolder(path.dirname(file))
}

/** Files under one folder: written aside, synced, then renamed. */
export const diskStore = (root: string): FileStore => ({
  async put(name, bytes) {
    try {
      await writeWhole(fileOf(root, name), bytes)
      return ok(undefined)
    } catch (error) {
      if (['ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '')) return fail('no-room')
      throw error
    }
  },
  get: (name) =>
    readFile(fileOf(root, name)).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null
      throw error
    }),
  has: (name) =>
    access(fileOf(root, name)).then(
      () => true,
      () => false,
    ),
  remove: (name) => rm(fileOf(root, name), { force: true }),
})
