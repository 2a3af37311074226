import { TableBehind } from '@/components/chart/table-behind'
import { formatNumber, formatPercent } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { marketingText } from '@/lib/i18n/messages/marketing'
import type { Funnel } from '@/lib/report/schema'
import { steps } from '@/lib/visit/schema'

const share = (part: number, whole: number, locale: Locale) =>
  whole === 0
    ? ''
    : fill(marketingText[locale].share, { percent: formatPercent(Math.round((part * 10_000) / whole), locale) })

/** A bar a step, as long as its people are many; the words beside it say the same. */
export function FunnelChart({ funnel, locale }: { funnel: Funnel; locale: Locale }) {
  const t = marketingText[locale]
  const first = funnel.whole.view
  const most = Math.max(1, ...steps.map((step) => funnel.whole[step]))
  return (
    <ol className="stack gap-3!" aria-label={t.funnelChart}>
      {steps.map((step) => (
        <li key={step}>
          <span className="row between flex-wrap">
            <b>{t[step]}</b>
            <span className="num">
              <b>{formatNumber(funnel.whole[step])}</b>{' '}
              <span className="muted small">{step === 'view' ? '' : share(funnel.whole[step], first, locale)}</span>
            </span>
          </span>
          <svg viewBox="0 0 100 6" preserveAspectRatio="none" className="h-3 w-full" aria-hidden="true">
            <rect width="100" height="6" rx="1" className="fill-line" />
            <rect width={(100 * funnel.whole[step]) / most} height="6" rx="1" className="fill-cobalt" />
          </svg>
        </li>
      ))}
    </ol>
  )
}

export function FunnelTable({ funnel, locale }: { funnel: Funnel; locale: Locale }) {
  const t = marketingText[locale]
  return (
    <TableBehind
      label={t.asTable}
      columns={[t.who, ...steps.map((step) => t[step])]}
      rows={funnel.parts.map((part) => ({
        key: `${part.locale}${part.device}`,
        cells: [
          `${part.locale.toUpperCase()}, ${t[part.device]}`,
          ...steps.map((step) => formatNumber(part.people[step])),
        ],
      }))}
    />
  )
}
