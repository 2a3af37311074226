import type { Facet } from '@/lib/catalog/schema'

/**
 * Does a filter part the goods? One that all of them pass says nothing, unless it is chosen or leads to a page of its own.
 * `goods`: how many there are; null: nobody has counted them whole.
 */
export function tells({ values, sampled }: Facet, chosen: readonly string[], goods: number | null): boolean {
  const [only, second] = values
  if (chosen.length > 0 || second !== undefined) return true
  if (only === undefined || goods === null || sampled === true) return true
  return only.count < goods || only.page !== undefined
}
