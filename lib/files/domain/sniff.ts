import { fail, ok, type Result } from '@/lib/kernel/result'

export type ImageKind = 'jpeg' | 'png' | 'webp' | 'gif'
type Upload = { bytes: Uint8Array; name: string; type: string }

const endings: Record<ImageKind, readonly string[]> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
  webp: ['webp'],
  gif: ['gif'],
}

const text = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')

/** What the first bytes say; nothing else may reach a decoder. */
export function kindOf(bytes: Uint8Array): ImageKind | null {
  const head = text(bytes, 0, 12)
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^GIF8[79]a/.test(head)) return 'gif'
  return /^RIFF.{4}WEBP/s.test(head) ? 'webp' : null
}

/** Of those that we know and do not take, so that the refusal can name them. */
export function foreignKindOf(bytes: Uint8Array): 'svg' | 'avif' | 'heif' | null {
  const box = /^ftyp(....)/s.exec(text(bytes, 4, 12))?.[1]
  if (box !== undefined) return box.startsWith('avi') ? 'avif' : 'heif'
  return /<svg[\s>]/i.test(text(bytes, 0, 4096)) ? 'svg' : null
}

// A picture that is also a page or a program for whoever trusts its name.
const program = /<(?:script|html|\?php|!doctype html)/i
const runnable = /^(?:x?html?|svgz?|xml|php\d?|phtml|phar|jsp|aspx?|cgi|pl|py|rb|sh|bat|cmd|exe|com|js|mjs|jar|swf)$/

/** A file that is a picture, is called one and is nothing else; no decoder has seen it yet. */
export function sniff({ bytes, name, type }: Upload): Result<ImageKind, 'picture-kind' | 'mislabelled-picture'> {
  const kind = kindOf(bytes)
  if (kind === null) return fail('picture-kind', { kind: foreignKindOf(bytes) ?? 'unknown' })
  const [, ...ends] = name.toLowerCase().split('.')
  const last = ends.at(-1)
  const called = last === undefined || endings[kind].includes(last)
  const told = type === '' || type === 'application/octet-stream' || type === `image/${kind}` || type === 'image/jpg'
  if (!called || !told || (type === 'image/jpg' && kind !== 'jpeg')) return fail('mislabelled-picture', { kind })
  if (ends.some((end) => runnable.test(end)) || program.test(text(bytes, 0, bytes.length)))
    return fail('mislabelled-picture', { kind })
  return ok(kind)
}
