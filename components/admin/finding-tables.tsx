import { FindingMarks, type SeeForm } from '@/components/admin/finding-marks'
import { DeskCell, DeskRow, DeskTable } from '@/components/money/desk-table'
import { providerName } from '@/components/order/refund-list'
import { Badge } from '@/components/ui/badge'
import { formatDate, formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { adminText } from '@/lib/i18n/messages/admin'
import { findingText } from '@/lib/i18n/messages/finding'
import type { Money } from '@/lib/kernel/money'
import { ALARM, type FindingMark, type Provider } from '@/lib/payment/schema'

type Finding = {
  provider: Provider
  ref: string
  kind: string
  orderNumber: string | null
  amount: Money | null
  outcome: string
  detail: string | null
  times: number
  lastAt: string
  open: boolean
  marks: FindingMark[]
}
type Alarm = {
  provider: Provider
  eventKey: string
  body: string
  ip: string
  receivedAt: string
  open: boolean
  marks: FindingMark[]
}
type Desk = { locale: Locale; see: SeeForm }

function kindWord(kind: string, locale: Locale): string {
  const t = adminText[locale]
  const words = new Map([
    ['paid-there', t.paidThere],
    ['paid-without-order', t.paidWithoutOrder],
    ['wrong-amount', t.wrongAmount],
    ['refunded-there', t.refundedThere],
    ['lookup-failed', t.lookupFailed],
    ...Object.entries(findingText[locale]),
  ])
  return words.get(kind) ?? kind
}

function OutcomeBadge({ outcome, locale }: { outcome: string; locale: Locale }) {
  const t = adminText[locale]
  if (outcome === 'person') return <Badge tone="bad">{t.outcomePerson}</Badge>
  if (outcome === 'excess') return <Badge tone="warn">{t.outcomeExcess}</Badge>
  return <Badge tone="ok">{outcome === 'captured' ? t.outcomeCaptured : t.outcomeNothing}</Badge>
}

/** What does not agree; what waits for a person comes first. */
export function FindingTable({ findings, locale, see }: Desk & { findings: readonly Finding[] }) {
  const t = adminText[locale]
  return (
    <DeskTable
      head={[{ label: t.what }, { label: t.amount, right: true }, { label: t.order }, { label: t.status, right: true }]}
    >
      {findings.map((finding) => (
        <DeskRow key={`${finding.provider} ${finding.kind} ${finding.ref}`}>
          <DeskCell>
            {kindWord(finding.kind, locale)}
            <span className="small muted num block [overflow-wrap:anywhere]">
              {providerName(finding.provider, locale)} · {finding.ref}
            </span>
            <span className="small muted num block">
              {formatDate(finding.lastAt, locale, { time: true })} · {fill(t.times, { count: finding.times })}
            </span>
            {finding.detail === null ? null : (
              <span className="small block [overflow-wrap:anywhere]">{finding.detail}</span>
            )}
          </DeskCell>
          <DeskCell right className="num font-semibold">
            {finding.amount === null ? '—' : formatMoney(finding.amount, locale)}
          </DeskCell>
          <DeskCell>
            {finding.orderNumber === null ? (
              '—'
            ) : (
              <a
                className="link num inline-flex min-h-11 items-center"
                href={`/${locale}/admin/payments?number=${encodeURIComponent(finding.orderNumber)}`}
              >
                {finding.orderNumber}
              </a>
            )}
          </DeskCell>
          <DeskCell right wide>
            {finding.open || finding.outcome !== 'person' ? (
              <OutcomeBadge outcome={finding.outcome} locale={locale} />
            ) : null}
            <FindingMarks found={finding} locale={locale} see={see} />
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}

/** Callbacks that contradict what came under the same name before, with what they said. */
export function AlarmTable({ alarms, locale, see }: Desk & { alarms: readonly Alarm[] }) {
  const t = adminText[locale]
  return (
    <DeskTable head={[{ label: t.provider }, { label: t.when, right: true }, { label: t.address }, { label: t.body }]}>
      {alarms.map((alarm) => (
        <DeskRow key={`${alarm.provider} ${alarm.eventKey} ${alarm.receivedAt}`}>
          <DeskCell>
            {providerName(alarm.provider, locale)}
            <span className="small muted num block [overflow-wrap:anywhere]">{alarm.eventKey}</span>
          </DeskCell>
          <DeskCell right className="small num">
            {formatDate(alarm.receivedAt, locale, { time: true })}
          </DeskCell>
          <DeskCell className="num small">{alarm.ip}</DeskCell>
          <DeskCell wide>
            <details>
              <summary className="link inline-flex min-h-11 items-center">{t.body}</summary>
              <code className="small block [overflow-wrap:anywhere]">{alarm.body}</code>
            </details>
            <FindingMarks found={{ ...alarm, ref: alarm.eventKey, kind: ALARM }} locale={locale} see={see} />
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}
