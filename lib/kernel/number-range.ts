/** Both ends belong to it; an end that is null is open. */
export type NumberRange = { from: number | null; to: number | null }

const number = String.raw`-?\d{1,12}(?:\.\d{1,6})?`
const written = new RegExp(`^(${number})?\\.\\.(${number})?$`)

/** A number as people type it: `1 500`, `0,7`, `2000 W`. Null: there is none. */
export function readNumber(typed: string): number | null {
  const bare = typed.replace(/[\s']/g, '').replace('−', '-')
  const pointed = bare.includes('.') ? bare.replaceAll(',', '') : bare.replace(',', '.')
  const found = new RegExp(`^${number}(?!\\d)`).exec(pointed)?.[0]
  return found === undefined ? null : Number(found) + 0
}

/** `1000..2000`, as it stands in an address among the values of an attribute; whoever mixes the ends up means what lies between. */
export function writeRange({ from, to }: NumberRange): string | null {
  if (from === null && to === null) return null
  const [low, high] = from !== null && to !== null && from > to ? [to, from] : [from, to]
  return `${low ?? ''}..${high ?? ''}`
}

/** Null: it is a value, not a range. */
export function readRange(value: string): NumberRange | null {
  const [, one, other] = written.exec(value) ?? []
  if (one === undefined && other === undefined) return null
  const from = one === undefined ? null : Number(one)
  const to = other === undefined ? null : Number(other)
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to }
}

export const isWithin = ({ from, to }: NumberRange, value: number): boolean =>
  (from === null || value >= from) && (to === null || value <= to)
