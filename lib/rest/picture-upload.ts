import { pictureTypes, UPLOAD_BYTES, UPLOAD_FILES, type Upload } from '@/lib/files/schema'
import { fail, ok, type Result } from '@/lib/kernel/result'

/** What a form says beside its files. */
const REST_OF_FORM = 256 * 1024

type Refusal =
  | 'unsupported-media-type'
  | 'picture-too-large'
  | 'invalid-request'
  | 'empty-picture'
  | 'too-many-pictures'
type Read = { uploads: Upload[]; fields: FormData }

const isImage = /^image\/[a-z0-9.+-]+\s*(?:;|$)/i

const toUpload = async (file: File): Promise<Upload> => ({
  bytes: new Uint8Array(await file.arrayBuffer()),
  name: file.name,
  type: file.type,
})

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** Read as it comes and left as soon as it is too long, whatever its length was said to be. */
async function readWhole(request: Request): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of (request.body as AsyncIterable<Uint8Array> | null) ?? nothing()) {
    length += part.length
    if (length > UPLOAD_BYTES) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Pictures of a form, in fields called `file`, at most `most`; or one as the body itself. */
export async function readPictures(request: Request, most = UPLOAD_FILES): Promise<Result<Read, Refusal>> {
  const type = request.headers.get('content-type') ?? ''
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (isImage.test(type)) {
    const bytes = length > UPLOAD_BYTES ? null : await readWhole(request)
    if (bytes === null) return fail('picture-too-large')
    return ok({
      uploads: [{ bytes, name: '', type: type.split(';')[0]?.trim().toLowerCase() ?? '' }],
      fields: new FormData(),
    })
  }
  if (!/^multipart\/form-data\s*;/i.test(type)) return fail('unsupported-media-type')
  // Without a length nobody could tell how much would be held.
  if (!(length <= most * UPLOAD_BYTES + REST_OF_FORM)) return fail('picture-too-large')
  const fields = await request.formData().catch(() => null)
  if (fields === null) return fail('invalid-request', { errors: [{ path: 'file', message: 'No form' }] })
  // A browser sends an empty file where none was chosen.
  const files = fields.getAll('file').filter((file) => file instanceof File && (file.size > 0 || file.name !== ''))
  fields.delete('file')
  if (files.length > most) return fail('too-many-pictures', { most })
  const uploads: Upload[] = []
  for (const file of files) if (file instanceof File) uploads.push(await toUpload(file))
  return ok({ uploads, fields })
}

export const pictureMediaTypes = pictureTypes.split(',')
