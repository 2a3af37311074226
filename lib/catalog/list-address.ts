/** `segment`: what follows /f/; `numbered`: the address names its page, which the first one does not. */
export type ListAddress = { path: string[]; segment: string | null; page: number; numbered: boolean }

/** `mark` and one segment behind it, at the end of an address of at least one segment more. */
const takeOff = (slugs: readonly string[], mark: string): [rest: string[], taken: string | null] =>
  slugs.length > 2 && slugs.at(-2) === mark ? [slugs.slice(0, -2), slugs.at(-1) ?? null] : [[...slugs], null]

/** Next has decoded some letters already, and not others: what is left of them may be none. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/**
 * `dishes/teapots/f/material-clay/p/3`: slugs, a facet, a page. So no category below the first may be called `f` or `p`;
 * a number that is none gives a page that is not there.
 */
export function parseList(segments: readonly string[]): ListAddress {
  const [unpaged, number] = takeOff(segments.map(decoded), 'p')
  const [path, segment] = takeOff(unpaged, 'f')
  const page = number === null ? 1 : /^[1-9]\d{0,5}$/.test(number) ? Number(number) : 0
  return { path, segment, page, numbered: number !== null }
}
