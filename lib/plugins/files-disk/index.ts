import path from 'node:path'
import { env } from '@/lib/kernel/env'
import type { Plugin } from '@/lib/kernel/plugin'
import { diskStore } from './disk-store'

/** Stands in where no bucket is set. */
export const filesDisk: Plugin = {
  name: 'files-disk',
  provides: {
    'file-store': diskStore(path.resolve(/* turbopackIgnore: true */ env.FILES_DIR ?? `${env.BOZOR_HOME}/files`)),
  },
}
