import { FigureTable } from '@/components/chart/figure-table'
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

export function CampaignTable({ rows, locale }: { rows: readonly CampaignRow[]; locale: Locale }) {
  const t = marketingText[locale]
  if (rows.length === 0) return <p className="muted">{t.noCampaigns}</p>
  return (
    <FigureTable
      scroll={t.campaigns}
      columns={[t.source, t.campaign, t.orders, t.revenue, t.refunded, t.cost, t.returned]}
      words={2}
      rows={rows.map((row) => ({
        key: `${row.source} ${row.campaign}`,
        cells: [
          row.source,
          row.name ?? (row.campaign || '—'),
          formatNumber(row.orders),
          formatMoney(row.paid, locale),
          formatMoney(row.refunded, locale),
          row.cost === null ? '—' : formatMoney(row.cost, locale),
          times(row.return, locale),
        ],
      }))}
    />
  )
}

const engines = { google: 'Google Merchant', meta: 'Meta', yandex: 'Yandex' } as const

export function FeedTable({ rows, locale }: { rows: readonly FeedRow[]; locale: Locale }) {
  const t = marketingText[locale]
  return (
    <FigureTable
      scroll={t.feeds}
      columns={[t.feed, t.orders, t.revenue, t.refunded]}
      rows={rows.map((row) => ({
        key: row.feed,
        cells: [
          engines[row.feed],
          formatNumber(row.orders),
          formatMoney(row.paid, locale),
          formatMoney(row.refunded, locale),
        ],
      }))}
    />
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
    <FigureTable
      scroll={t.events}
      columns={[t.counter, t.orders, t.allowed, t.sent, t.waiting, t.hits, t.missing]}
      rows={rows.map((row) => ({
        key: row.sink,
        cells: [
          counters[row.sink],
          ...[row.orders, row.allowed, row.sent, row.waiting, row.hits].map(formatNumber),
          row.missing.length === 0
            ? '—'
            : row.missing.map((number) => (
                <a key={number} className="link ml-2" href={`/${locale}/admin/payments/${number}`}>
                  {number}
                </a>
              )),
        ],
      }))}
    />
  )
}
