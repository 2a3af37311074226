import { makeImages, masterName, mediaTypes, servedName } from '@/lib/functions'
import { sql } from '@/lib/kernel/db'
import { use } from '@/lib/kernel/plugin'

const served = /^([up]-[0-9a-f]{32})(?:-f\d{1,3}x\d{1,3})?-(?:320|640|1280|og)\.(avif|webp|jpg)$/

type Served = { bytes: Uint8Array; type: string }

/** `u-…-640.webp` of a picture that a seller brought; null: there is none. One that nobody has made yet is made. */
export async function readServed(name: string): Promise<Served | null> {
  const [, key, format] = served.exec(name) ?? []
  if (key === undefined) return null
  const type = mediaTypes[format as keyof typeof mediaTypes]
  const bytes = (await use('file-store').get(servedName(name))) ?? (await makeWaiting(key, name))
  return bytes === null ? null : { bytes, type }
}

/** Only between the upload and the end of its job, so that no page shows a gap meanwhile. */
async function makeWaiting(key: string, name: string): Promise<Uint8Array | null> {
  const { rowCount } = await sql.query(`select from file where key = $1 and state = 'waiting' and kind = 'picture'`, [
    key,
  ])
  if (rowCount === 0 || (await makeImages(key)) === null) return null
  return use('file-store').get(servedName(name))
}

/** A file as it was taken, for those who may see it: the caller has asked. */
export const readMaster = (key: string): Promise<Uint8Array | null> => use('file-store').get(masterName(key))
