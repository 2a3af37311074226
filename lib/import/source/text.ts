export type Encoding = 'utf-8' | 'windows-1251' | 'utf-16le' | 'utf-16be'

const NUL = 0
const SAMPLE = 1_000

/** By its mark; without one, by the noughts in every second place that commas, figures and line ends have. */
function sixteenBits(first: Uint8Array): Encoding | null {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le'
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be'
  const noughts = [0, 0]
  first.forEach((byte, at) => {
    if (byte === NUL) noughts[at % 2] = (noughts[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = noughts
  const [few, many] = [Math.min(even, odd), Math.max(even, odd)]
  if (many * 20 < first.length || few * 10 > many) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** Fed with the whole file piece by piece: what is no UTF-8 anywhere in it is read as Windows-1251. */
export function watchEncoding(): { push(bytes: Uint8Array): void; answer(): Encoding } {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let valid = true
  let first = Buffer.alloc(0)
  const test = (bytes?: Uint8Array) => {
    try {
      decoder.decode(bytes, { stream: bytes !== undefined })
    } catch {
      valid = false
    }
  }
  return {
    push(bytes) {
      if (first.length < SAMPLE) first = Buffer.concat([first, bytes.subarray(0, SAMPLE - first.length)])
      if (valid) test(bytes)
    },
    answer() {
      if (valid) test()
      return sixteenBits(first) ?? (valid ? 'utf-8' : 'windows-1251')
    },
  }
}

/** Text in pieces, the byte order mark gone. */
export async function* decode(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of bytes) {
    const text = decoder.decode(piece, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

export const separators = [',', ';', '\t'] as const
export type Separator = (typeof separators)[number]

/** Which of the three stands most often outside quotes in the first line that says anything. */
export function separatorOf(text: string): Separator {
  const told = /^\ufeff?sep=([,;\t])\r?\n/.exec(text)?.[1]
  if (told) return told as Separator
  const counts = new Map<string, number>(separators.map((one) => [one, 0]))
  let quoted = false
  for (const letter of text.replace(/^[\ufeff\s]+/, '')) {
    if (letter === '"') quoted = !quoted
    if (!quoted && letter === '\n') break
    if (!quoted && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  const [best] = [...separators].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
  return best ?? ','
}
