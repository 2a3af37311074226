import { fail, ok, type Result } from '@/lib/kernel/result'
import { readQuery } from './body'

/** Beside the file itself a form has little else. */
const cap = 66 * 1024 * 1024

const files =
  /^(?:text\/(?:csv|plain|xml|tab-separated-values)|application\/(?:csv|xml|octet-stream|vnd\.ms-excel|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet))\s*(?:;|$)/i

export type Upload = { fields: Record<string, unknown>; bytes: AsyncIterable<Uint8Array>; fileName: string }

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** A file as the body is read as it comes; in a form it is held until the form is there. */
export async function readUpload(
  request: Request,
): Promise<Result<Upload, 'unsupported-media-type' | 'file-too-large' | 'invalid-request'>> {
  const type = request.headers.get('content-type') ?? ''
  const query = readQuery(new URL(request.url).searchParams) ?? {}
  if (Number(request.headers.get('content-length') ?? 0) > cap) return fail('file-too-large')
  if (files.test(type)) {
    const bytes = (request.body as AsyncIterable<Uint8Array> | null) ?? nothing()
    return ok({ fields: query, bytes, fileName: 'goods' })
  }
  if (!/^multipart\/form-data\s*;/i.test(type)) return fail('unsupported-media-type')
  // Without a length nobody could tell how much would be held.
  if (request.headers.get('content-length') === null) return fail('file-too-large')
  const form = await request.formData().catch(() => null)
  const file = form?.get('file')
  if (!form || !(file instanceof File)) return missing()
  form.delete('file')
  const fields = { ...query, ...Object.fromEntries(form) }
  return ok({ fields, bytes: file.stream() as unknown as AsyncIterable<Uint8Array>, fileName: file.name })
}

const missing = () => fail('invalid-request', { errors: [{ path: 'file', message: 'A file is needed' }] })
