import { DeskCell, DeskRow, DeskTable } from '@/components/money/desk-table'
import { Badge } from '@/components/ui/badge'
import { formatDate, formatMoney, formatPercent, pick } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { moneyText } from '@/lib/i18n/messages/money'
import { money } from '@/lib/kernel/money'
import type { CommissionEntry } from '@/lib/seller/schema'

/** Every version of every rule; what is in force comes first. */
export function RuleTable({ rules, locale }: { rules: readonly CommissionEntry[]; locale: Locale }) {
  const t = moneyText[locale]
  return (
    <DeskTable head={[{ label: t.shop }, { label: t.status }, { label: t.rule }, { label: t.validity, right: true }]}>
      {rules.map((rule) => (
        <DeskRow key={rule.id}>
          <DeskCell>
            <b className="strong">{whomOf(rule, locale)}</b>
          </DeskCell>
          <DeskCell className="max-[899px]:justify-self-end">
            <Badge {...(rule.active && { tone: 'ok' as const })}>{rule.active ? t.inForce : t.notInForce}</Badge>
          </DeskCell>
          <DeskCell wide className="num">
            {ruleOf(rule, locale)}
          </DeskCell>
          <DeskCell wide className="small muted num min-[900px]:text-right!">
            {formatDate(rule.validFrom, locale, { year: true })} –{' '}
            {rule.validTo === null ? t.openEnd : formatDate(rule.validTo, locale, { year: true })}
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}

function whomOf({ shop, category }: CommissionEntry, locale: Locale): string {
  const t = moneyText[locale]
  const parts = [shop, category && `${t.category}: ${pick(category, locale)}`].filter(Boolean)
  return parts.length === 0 ? t.everyone : parts.join(' · ')
}

function ruleOf({ bp, version, fixed, min, max }: CommissionEntry, locale: Locale): string {
  const t = moneyText[locale]
  const each = (amount: number) => fill(t.perPiece, { value: formatMoney(money(amount, 'UZS'), locale) })
  return [
    fill(t.version, { percent: formatPercent(bp, locale), version }),
    fixed > 0 ? `+ ${each(fixed)}` : null,
    min === null ? null : fill(t.atLeast, { value: each(min) }),
    max === null ? null : fill(t.atMost, { value: each(max) }),
  ]
    .filter((part) => part !== null)
    .join(', ')
}
