import { keepImage } from '@/lib/files'
import { PHOTOS, type Upload, type UploadRefusal } from '@/lib/files/schema'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { openOrder } from '../queries/open-order'
import type { OrderAccess } from '../schema'

const IN_AN_HOUR = 30

/**
 * Photos for a return or a dispute of an order, by whoever may ask for one; they belong to nothing until it is asked.
 * Keys for `photos` of the request. `read` is not called for a stranger, so that nobody's bytes are held for nothing.
 */
export async function keepPhotos<Code extends string>(
  number: string,
  read: () => Promise<Result<readonly Upload[], Code>>,
  access: OrderAccess,
): Promise<Result<string[], Code | UploadRefusal | 'not-found' | 'too-many-pictures'>> {
  const opened = await openOrder({ number }, access)
  if (opened === null || opened.proof === 'shop') return fail('not-found')
  const uploads = await read()
  if (!uploads.ok) return uploads
  if (uploads.value.length > PHOTOS) return fail('too-many-pictures', { most: PHOTOS })
  const keys: string[] = []
  for (const upload of uploads.value) {
    const kept = await keepImage({ upload, prefix: 'e', owner: opened.id, limit: IN_AN_HOUR })
    if (!kept.ok) return kept
    keys.push(kept.value.key)
  }
  return ok([...new Set(keys)])
}
