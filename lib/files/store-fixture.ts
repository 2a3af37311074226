import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { FileStore } from '@/lib/files/ports'
import { boot, plugins } from '@/lib/kernel/plugin'
import { fail } from '@/lib/kernel/result'
import { diskStore } from '@/lib/plugins/files-disk/disk-store'

/** Files of a test in a folder of their own, before the booted plug-ins: the first to offer the port has it. */
export async function openStore() {
  const root = await mkdtemp(path.join(os.tmpdir(), 'files-'))
  const store = diskStore(root)
  const disk = { full: false, close: () => rm(root, { recursive: true, force: true }) }
  const put: FileStore['put'] = async (name, bytes, type) =>
    disk.full ? fail('no-room') : store.put(name, bytes, type)
  boot([{ name: 'test-files', provides: { 'file-store': { ...store, put } } }, ...plugins()])
  return disk
}
