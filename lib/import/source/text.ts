export type Encoding = 'utf-8' | 'windows-1251' | 'utf-16le'

/** Fed with the whole file piece by piece: what is no UTF-8 anywhere in it is read as Windows-1251. */
export function watchEncoding(): { push(bytes: Uint8Array): void; answer(): Encoding } {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let valid = true
  let first: Uint8Array | undefined
  const test = (bytes?: Uint8Array) => {
    try {
      decoder.decode(bytes, { stream: bytes !== undefined })
    } catch {
      valid = false
    }
  }
  return {
    push(bytes) {
      first ??= bytes.slice(0, 2)
      if (valid) test(bytes)
    },
    answer() {
      if (first?.[0] === 0xff && first[1] === 0xfe) return 'utf-16le'
      if (valid) test()
      return valid ? 'utf-8' : 'windows-1251'
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
