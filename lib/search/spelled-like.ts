import { normalize } from './normalize'
import { toCyrillic } from './transliterate'

/** A folded word as people write it: as one of the titles has it, or in the alphabet of the question. */
export function spelledLike(word: string, titles: readonly string[], q: string): string {
  const written = titles.flatMap((title) => title.match(/[\p{L}\p{N}ʻʼ'’]+/gu) ?? [])
  const same = written.find((one) => normalize(one) === word)
  if (same !== undefined) return same.toLowerCase()
  return /\p{Script=Cyrillic}/u.test(q) ? toCyrillic(word) : word
}
