import { stripVTControlCharacters } from 'node:util'

const MOST = 40
/** «⨯ error: …», «Error: …», «RangeError: …», at the beginning of a line. */
const wrong = /^\s*(?:[⨯×✗]\s|[A-Za-z]*[Ee]rror\b.*:)/u

/** Of a long output what says why: from the first error on, or its end. Warnings often stand last. */
export function tellingLines(output: string): string {
  const lines = output.trim().split('\n')
  // Settings that are off are listed with a cross, too, indented.
  const at = lines.findIndex((line) => !/^\s+⨯/u.test(line) && wrong.test(stripVTControlCharacters(line)))
  return (at < 0 ? lines.slice(-MOST) : lines.slice(at, at + MOST)).join('\n')
}
