import type { CommissionRule } from './schema'

/** A rule and whom it is for; `depth` counts the category's steps from the root. */
export type ScopedRule = CommissionRule & {
  shopId: string | null
  categoryId: string | null
  depth: number
  /** Milliseconds. */
  validFrom: number
}

export type CommissionLine = { shopId: string; categoryIds: readonly string[] }

/** Where no rule was written: 6 %. */
const builtIn: CommissionRule = { id: 'built-in', version: 0, bp: 600, fixed: 0, min: null, max: null }

const fits = (rule: ScopedRule, { shopId, categoryIds }: CommissionLine) =>
  (rule.shopId === null || rule.shopId === shopId) &&
  (rule.categoryId === null || categoryIds.includes(rule.categoryId))

/**
 * Higher wins: shop + category > shop > category > everyone; between categories the nearest one; then the newest
 * `validFrom`; then the greater id, so that two rules of one instant have one answer everywhere.
 */
function compare(a: ScopedRule, b: ScopedRule): number {
  const rank = (rule: ScopedRule) => (rule.shopId === null ? 0 : 2) + (rule.categoryId === null ? 0 : 1)
  return rank(a) - rank(b) || a.depth - b.depth || a.validFrom - b.validFrom || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** The one rule for a line among those that are valid now. */
export function pickRule(rules: readonly ScopedRule[], line: CommissionLine): CommissionRule {
  const [first, ...others] = rules.filter((rule) => fits(rule, line))
  if (first === undefined) return builtIn
  const { id, version, bp, fixed, min, max } = others.reduce(
    (best, rule) => (compare(rule, best) > 0 ? rule : best),
    first,
  )
  return { id, version, bp, fixed, min, max }
}
