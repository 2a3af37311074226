const LONGEST = 60

/** `colour` and `cobalt` → `colour=cobalt`: how a product carries a value that it can be filtered by. */
export const facetKey = (code: string, value: string): string => `${code}=${value}`

/** The code and the value of a key; codes have no sign of equality. */
export const splitFacet = (key: string): [code: string, value: string] => {
  const at = key.indexOf('=')
  return [key.slice(0, at), key.slice(at + 1)]
}

/** Everything that a product can be filtered by: what it is, and what its variants can be chosen by. Sorted, each once. */
export function facetsOf(
  attributes: Readonly<Record<string, unknown>>,
  options: readonly (readonly [string, string])[],
): string[] {
  const own = Object.entries(attributes).flatMap(([code, value]) =>
    [value].flat().map((one): [string, string] => [code, String(one)]),
  )
  const told = [...own, ...options].filter(([, value]) => value !== '' && value.length <= LONGEST)
  return [...new Set(told.map(([code, value]) => facetKey(code, value)))].sort()
}
