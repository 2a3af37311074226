import type { ShopActor } from '@/lib/auth/schema'
import type { Locale } from '@/lib/i18n'
import { sql, type Tx, transact } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { getShop } from '@/lib/seller'
import type { ImportReport } from '../schema'
import { importOne, type Outcome } from './import-one'
import { isRate, readLines } from './shopify-csv'
import { readGoods } from './shopify-goods'

export type ImportInput = {
  /** The shop's slug. */
  shop: string
  /** Shopify's product CSV as it is. */
  csv: string
  /** USD needs `rate`, soʻm for one; UZS is taken as it is. */
  currency: string
  rate?: string | number | undefined
  dryRun?: boolean | undefined
  /** Of the texts; left out it is told from their letters. */
  locale?: Locale | undefined
  /** Slug for everything; left out each product goes where most goods of its kind are. */
  category?: string | undefined
}

export type ImportRefusal =
  | 'not-found'
  | 'unknown-currency'
  | 'bad-rate'
  | 'unreadable-file'
  | 'missing-columns'
  | 'unknown-category'

/** Rows become products with their variants; run again, it changes only what the file changed. */
export async function importProducts(input: ImportInput): Promise<Result<ImportReport, ImportRefusal>> {
  const shop = await getShop(input.shop)
  if (shop === null) return fail('not-found')
  const rate = input.currency === 'UZS' ? '1' : String(input.rate ?? '')
  if (!['UZS', 'USD'].includes(input.currency)) return fail('unknown-currency')
  if (!isRate(rate)) return fail('bad-rate')
  const lines = readLines(input.csv)
  if (!lines.ok) return lines
  const fallback = await fallbackCategory(input.category)
  if (fallback === null) return fail('unknown-category')
  const { goods, errors } = readGoods(lines.value, rate, input.locale)
  const report: ImportReport = {
    created: 0,
    updated: 0,
    unchanged: 0,
    variants: 0,
    errors,
    dryRun: input.dryRun === true,
  }
  const actor: ShopActor = { kind: 'shop', shopId: shop.id as Id<'sho'>, keyId: 'import', scopes: [] }
  for (const one of goods) {
    const category = { given: input.category, fallback }
    const done = await inTransaction((tx) => importOne(tx, one, category, actor), report.dryRun)
    if (done.kind === 'refused') report.errors.push({ line: one.line, handle: one.handle, ...done.error })
    else report[done.kind] += 1
    if (done.kind !== 'refused') report.variants += one.variants.length
  }
  return ok(report)
}

/** A dry run does everything and takes it back, so it cannot say anything else than the run itself. */
async function inTransaction(work: (tx: Tx) => Promise<Outcome>, dryRun: boolean): Promise<Outcome> {
  let outcome: Outcome = { kind: 'unchanged' }
  await transact(async (tx) => {
    outcome = await work(tx)
    return dryRun || outcome.kind === 'refused' ? fail('undone') : ok(true)
  })
  return outcome
}

async function fallbackCategory(slug: string | undefined): Promise<string | null> {
  const { rows } = await sql.query<{ slug: string }>(
    `select slug from category where $1::text is null or slug = $1 order by position, slug limit 1`,
    [slug ?? null],
  )
  return rows[0]?.slug ?? null
}
