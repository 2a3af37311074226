import type { Tx } from '@/lib/kernel/db'
import { readRulesOf } from '../queries/category-rules'
import { readAxes, readSaid } from '../said-attributes'
import type { AttributeRule, Goods, GoodsOutcome, GoodsWarning, SellerProduct } from '../schema'

export type Rules = (tx: Tx, category: string) => Promise<AttributeRule[]>

/** Files name few categories and many goods: each is read once. */
export function rememberRules(): Rules {
  const known = new Map<string, AttributeRule[]>()
  return async (tx, category) => {
    const rules = known.get(category) ?? (await readRulesOf(category, tx))
    known.set(category, rules)
    return rules
  }
}

type Read = { goods: Goods; warnings: GoodsWarning[]; refusal: GoodsOutcome | null }

/** Goods with the attributes that their category knows by what the file calls them. */
export async function withAttributes(
  tx: Tx,
  goods: Goods,
  before: SellerProduct | null,
  { category, rulesOf }: { category: string; rulesOf: Rules },
): Promise<Read> {
  const rules = await rulesOf(tx, category)
  const { values, options, warnings, wrong } = readSaid(goods.said, rules, before?.attributes ?? {})
  const axes = before ? {} : readAxes(goods.variants, rules)
  return {
    goods: { ...goods, attributes: { ...axes, ...values }, variants: withoutOptions(goods, before, options) },
    warnings,
    refusal: wrong.length === 0 ? null : { kind: 'refused', code: 'bad-attribute', value: wrong.join(' · ') },
  }
}

/** Goods that an earlier file brought keep the options that they were sold with. */
function withoutOptions({ variants }: Goods, before: SellerProduct | null, gone: readonly string[]) {
  const sold = new Set(before?.variants.flatMap(({ options }) => Object.keys(options)))
  const given = gone.filter((name) => !sold.has(name))
  if (given.length === 0) return variants
  return variants.map((variant) => ({
    ...variant,
    options: Object.fromEntries(Object.entries(variant.options).filter(([name]) => !given.includes(name))),
  }))
}
