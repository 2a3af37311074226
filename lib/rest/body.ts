import { fail, ok, type Result } from '@/lib/kernel/result'

const cap = 1_000_000

type Refusal = 'too-large' | 'unsupported-media-type' | 'invalid-json'

/** Reads no further than the cap, whatever Content-Length says. */
async function read(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > cap) return null
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.byteLength
    if (size > cap) return null
    chunks.push(next.value)
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
}

/** PostgreSQL keeps neither NUL nor half a surrogate pair. */
const storable = (value: unknown): boolean => {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, item]) => key !== '__proto__' && storable(key) && storable(item))
}

const suspicious = /\\u(?:0000|d[89a-f]|005f)|__proto__/i

function parse(bytes: Uint8Array): Result<unknown, Refusal> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const value: unknown = JSON.parse(text)
    return suspicious.test(text) && !storable(value) ? fail('invalid-json') : ok(value)
  } catch {
    return fail('invalid-json')
  }
}

const isJson = (type: string | null) => /^application\/json\s*(;\s*charset=("?)utf-8\2\s*)?$/i.test(type ?? '')

/** The body as JSON. `optional`: nothing at all counts as `{}`. */
export async function readBody(request: Request, optional: boolean): Promise<Result<unknown, Refusal>> {
  const type = request.headers.get('content-type')
  if (!optional && !isJson(type)) return fail('unsupported-media-type')
  const bytes = await read(request)
  if (!bytes) return fail('too-large')
  if (optional && bytes.byteLength === 0) return ok({})
  return isJson(type) ? parse(bytes) : fail('unsupported-media-type')
}

/** For addresses that are no calls. */
export const readJson = (request: Request) => readBody(request, false)

/** `?a=1&attr.colour=red,blue` → `{ a: '1', attr: { colour: ['red', 'blue'] } }`; a repeated name is refused. */
export function readQuery(search: URLSearchParams): Record<string, unknown> | null {
  const plain: Record<string, unknown> = {}
  const attr: Record<string, string[]> = {}
  for (const [name, value] of search) {
    if (!storable(value) || value.includes('\uFFFD')) return null
    const code = name.startsWith('attr.') ? name.slice(5) : null
    if (code === '' || name === '__proto__' || code === '__proto__') return null
    if (Object.hasOwn(plain, name) || (code && Object.hasOwn(attr, code))) return null
    if (code) attr[code] = value.split(',').filter(Boolean)
    else plain[name] = value
  }
  return Object.keys(attr).length > 0 ? { ...plain, attr } : plain
}
