import type { Focal } from '@/lib/files/ports'
import { use } from '@/lib/kernel/plugin'
import { must } from '@/lib/kernel/result'
import { type MakeImages, masterName, mediaTypes, previewKey, servedName } from './definition'

export const makeImages: MakeImages = async (key) => {
  const store = use('file-store')
  const master = await store.get(masterName(key))
  if (master === null) return null
  const { files, widths, blur } = await use('images').make(master)
  for (const { width, format, bytes } of files)
    must(await store.put(servedName(`${key}-${width}.${format}`), bytes, mediaTypes[format]))
  await cutPreview(key, null)
  return { widths, blur }
}

/** The picture for links cut round a point, once; answers the key of its address, or null without the picture. */
export async function cutPreview(key: string, focal: Focal | null): Promise<string | null> {
  const store = use('file-store')
  const cut = previewKey(key, focal)
  const name = servedName(`${cut}-og.jpg`)
  if (await store.has(name)) return cut
  const master = await store.get(masterName(key))
  if (master === null) return null
  must(await store.put(name, await use('images').cut(master, focal), mediaTypes.jpg))
  return cut
}
