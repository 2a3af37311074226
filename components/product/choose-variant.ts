/** What the picker needs to know of a variant; texts are already in the reader's language. */
export type Choice = {
  id: string
  sku: string
  options: Record<string, string>
  price: string
  /** Minor units. */
  cost: number
  was: string | null
  stock: string
  inStock: boolean
  image: number
  /** What stands under the price: how honest the old one is, how many at least. */
  notes?: readonly string[]
  /** From how many on, and what one costs then. */
  offers?: readonly (readonly [string, string])[]
}

const score = (choice: Choice, wanted: Record<string, string>, code: string) =>
  (choice.options[code] === wanted[code] ? 100 : 0) +
  Object.entries(wanted).filter(([axis, value]) => choice.options[axis] === value).length * 2 +
  (choice.inStock ? 1 : 0)

/** The variant after a tap on one value: it always has that value, and keeps what it can of the others. */
export function chooseVariant(choices: readonly Choice[], current: Choice, code: string, value: string): Choice {
  const wanted = { ...current.options, [code]: value }
  return choices.reduce(
    (best, choice) => (score(choice, wanted, code) > score(best, wanted, code) ? choice : best),
    current,
  )
}

/** Out when the value cannot be had together with the rest of what is chosen. */
export function isOut(choices: readonly Choice[], current: Choice, code: string, value: string): boolean {
  const wanted = Object.entries({ ...current.options, [code]: value })
  return !choices.some((choice) => choice.inStock && wanted.every(([axis, want]) => choice.options[axis] === want))
}

/** What a page opens with, and the price that is told of it everywhere: the cheapest that can be bought. */
export function firstChoice<Shown extends { inStock: boolean }>(
  choices: readonly Shown[],
  costOf: (choice: Shown) => number,
): Shown | undefined {
  const buyable = choices.filter((choice) => choice.inStock)
  const [first, ...rest] = buyable.length > 0 ? buyable : choices
  return rest.reduce((best, choice) => (best !== undefined && costOf(choice) < costOf(best) ? choice : best), first)
}
