/** One text three times, written in each language. */
export type Words = readonly [uz: string, ru: string, en: string]

export type Texts = { uz: string; ru: string; en: string }

export const texts = ([uz, ru, en]: Words): Texts => ({ uz, ru, en })

/** Small letters, figures and hyphens: `Koʻk gumbaz` → `kok-gumbaz`. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[ʻʼ’'“”"]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** The same figure for the same words on every machine. */
export const hashOf = (text: string): number => {
  let h = 2166136261
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619)
  h = Math.imul(h ^ (h >>> 15), 2246822519)
  return (h ^ (h >>> 13)) >>> 0
}

export type Dice = {
  real: () => number
  int: (from: number, to: number) => number
  pick: <T>(list: readonly T[]) => T
}

/** Randomness that depends on its key alone. */
export const diceFor = (key: string): Dice => {
  let a = hashOf(key)
  const real = () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number) => from + Math.floor(real() * (to - from + 1))
  return { real, int, pick: (list) => at(list, int(0, list.length - 1)) }
}

/** The element that must be there; an empty list is a mistake in the seed. */
export const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length]
  if (found === undefined) throw new RangeError('The seed picked from an empty list')
  return found
}
