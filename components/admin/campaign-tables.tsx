import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { formatMoney, formatNumber } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { marketingText } from '@/lib/i18n/messages/marketing'
import type { CampaignRow, EventCheck, FeedRow } from '@/lib/report/schema'

const times = (hundredths: number | null, locale: Locale) => {
  if (hundredths === null) return '—'
  const text = String(hundredths / 100)
  return locale === 'en' ? text : text.replace('.', ',')
}

function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is scrolled by keys, too
    <section className="overflow-x-auto" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}

export function CampaignTable({ rows, locale }: { rows: readonly CampaignRow[]; locale: Locale }) {
  const t = marketingText[locale]
  if (rows.length === 0) return <p className="muted">{t.noCampaigns}</p>
  return (
    <WideTable label={t.campaigns}>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t.source}</th>
            <th scope="col">{t.campaign}</th>
            {[t.orders, t.revenue, t.refunded, t.cost, t.returned].map((label) => (
              <th key={label} scope="col" className="r">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.source} ${row.campaign}`}>
              <th scope="row">{row.source}</th>
              <td>{row.name ?? (row.campaign || '—')}</td>
              <td className="r num">{formatNumber(row.orders)}</td>
              <td className="r num">{formatMoney(row.paid, locale)}</td>
              <td className="r num">{formatMoney(row.refunded, locale)}</td>
              <td className="r num">{row.cost === null ? '—' : formatMoney(row.cost, locale)}</td>
              <td className="r num">{times(row.return, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

const engines = { google: 'Google Merchant', meta: 'Meta', yandex: 'Yandex' } as const

export function FeedTable({ rows, locale }: { rows: readonly FeedRow[]; locale: Locale }) {
  const t = marketingText[locale]
  return (
    <WideTable label={t.feeds}>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t.feed}</th>
            {[t.orders, t.revenue, t.refunded].map((label) => (
              <th key={label} scope="col" className="r">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.feed}>
              <th scope="row">{engines[row.feed]}</th>
              <td className="r num">{formatNumber(row.orders)}</td>
              <td className="r num">{formatMoney(row.paid, locale)}</td>
              <td className="r num">{formatMoney(row.refunded, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

export function CampaignForm({ locale, save }: { locale: Locale; save: (form: FormData) => Promise<void> }) {
  const t = marketingText[locale]
  return (
    <details className="mt-3">
      <summary className="link inline-flex min-h-11 items-center">{t.addCost}</summary>
      <form action={save} className="stack max-w-96 gap-3!">
        <input type="hidden" name="locale" value={locale} />
        <Field label={t.name} name="name" required maxLength={80} />
        <Field label={t.source} name="source" required maxLength={80} help={t.sourceHelp} />
        <Field label={t.campaign} name="campaign" maxLength={80} help={t.campaignHelp} />
        <Field label={t.cost} name="cost" required inputMode="decimal" help={t.costHelp} />
        <Field label={t.starts} name="startsOn" type="date" required />
        <Field label={t.ends} name="endsOn" type="date" />
        <Button kind="solid" type="submit">
          {t.save}
        </Button>
      </form>
    </details>
  )
}

const counters = { ga4: 'Google Analytics', meta: 'Meta' } as const

export function EventTable({ rows, locale }: { rows: readonly EventCheck[]; locale: Locale }) {
  const t = marketingText[locale]
  return (
    <WideTable label={t.events}>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t.counter}</th>
            {[t.orders, t.allowed, t.sent, t.waiting, t.hits].map((label) => (
              <th key={label} scope="col" className="r">
                {label}
              </th>
            ))}
            <th scope="col">{t.missing}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.sink}>
              <th scope="row">{counters[row.sink]}</th>
              {[row.orders, row.allowed, row.sent, row.waiting, row.hits].map((figure, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
                <td key={at} className="r num">
                  {formatNumber(figure)}
                </td>
              ))}
              <td className="num">
                {row.missing.length === 0
                  ? '—'
                  : row.missing.map((number) => (
                      <a key={number} className="link mr-2" href={`/${locale}/admin/payments/${number}`}>
                        {number}
                      </a>
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
