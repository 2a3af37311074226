import { formatMoney } from '@/lib/format'
import { money } from '@/lib/kernel/money'
import { listCommissions, setCommission } from '@/lib/seller'
import type { CommissionEntry } from '@/lib/seller/schema'
import { basisPoints } from './basis-points'
import { moment } from './moment'
import type { Flags } from './parse-flags'
import { tiyin } from './tiyin'
import { UsageError } from './usage-error'

export const operator = { kind: 'system', id: 'cli' } as const

const refusals = {
  forbidden: 'Only the operator writes commission rules.',
  'unknown-shop': 'There is no such shop.',
  'unknown-category': 'There is no such category.',
  'wrong-period': '--to has to be later than --from.',
  'wrong-range': '--min is above --max.',
}

export async function setCommissionRule(flags: Flags): Promise<number> {
  const [shop, category] = [flags.get('shop'), flags.get('category')]
  if (flags.has('default') && (shop || category)) throw new UsageError('--default goes without --shop and --category.')
  const optional = {
    shop,
    category,
    fixed: tiyin(flags.get('fixed'), 'fixed'),
    min: tiyin(flags.get('min'), 'min'),
    max: tiyin(flags.get('max'), 'max'),
    from: moment(flags.get('from'), 'from'),
    to: moment(flags.get('to'), 'to'),
  }
  const bp = basisPoints(flags.need('percent'))
  const set = await setCommission({ bp, ...optional }, operator)
  if (!set.ok) throw new UsageError(refusals[set.code])
  const whom = [shop && `shop ${shop}`, category && `category ${category}`].filter(Boolean).join(', ')
  const when = optional.from ? `from ${optional.from}` : 'for orders from now on'
  console.log(`${whom || 'Everyone without a rule of their own'}: ${bp / 100} % ${when} (${set.value.id}).`)
  return 0
}

const amount = (minor: number | null) => (minor === null ? '–' : formatMoney(money(minor, 'UZS'), 'en'))

const line = (rule: CommissionEntry) =>
  [
    rule.active ? '*' : ' ',
    (rule.shop ?? 'any shop').padEnd(24),
    (rule.categorySlug ?? 'any category').padEnd(24),
    `${rule.bp / 100} %`.padStart(8),
    `fixed ${amount(rule.fixed)}, min ${amount(rule.min)}, max ${amount(rule.max)}`,
    `v${rule.version} ${rule.validFrom.slice(0, 10)}…${rule.validTo?.slice(0, 10) ?? ''}`,
  ].join('  ')

export async function listCommissionRules(): Promise<number> {
  for (const rule of (await listCommissions(operator)) ?? []) console.log(line(rule))
  return 0
}
