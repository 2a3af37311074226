import { DeskCell, DeskRow, DeskTable } from '@/components/money/desk-table'
import { Badge } from '@/components/ui/badge'
import type { Experiment, ExperimentStatus, Usual } from '@/lib/experiment/schema'
import { formatDate } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { experimentText } from '@/lib/i18n/messages/experiment'

const tones = { running: 'ok', ended: 'cob' } as const

export function StatusBadge({ status, locale }: { status: ExperimentStatus; locale: Locale }) {
  return <Badge {...(status !== 'draft' && { tone: tones[status] })}>{experimentText[locale][status]}</Badge>
}

/** A word of `places`; one that a later version no longer has says its key. */
export const optionName = (option: string, locale: Locale): string =>
  Object.entries(experimentText[locale]).find(([name]) => name === option)?.[1] ?? option

export function ExperimentTable({ rows, locale }: { rows: readonly Experiment[]; locale: Locale }) {
  const t = experimentText[locale]
  return (
    <DeskTable head={[{ label: t.name }, { label: t.status }, { label: t.place }, { label: t.started, right: true }]}>
      {rows.map((row) => (
        <DeskRow key={row.id}>
          <DeskCell>
            <a className="link strong" href={`/${locale}/admin/marketing/experiments/${row.id}`}>
              {row.name}
            </a>
          </DeskCell>
          <DeskCell className="max-[899px]:justify-self-end">
            <StatusBadge status={row.status} locale={locale} />
          </DeskCell>
          <DeskCell wide>{t[row.place]}</DeskCell>
          <DeskCell wide className="small muted num min-[900px]:text-right!">
            {row.startedAt === null ? '—' : formatDate(row.startedAt, locale, { year: true })}
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}

export function UsualTable({ rows, locale }: { rows: readonly Usual[]; locale: Locale }) {
  const t = experimentText[locale]
  return (
    <dl className="stack gap-2!">
      {rows.map(({ place, option, decided }) => (
        <div key={place} className="row between flex-wrap">
          <dt className="muted">{t[place]}</dt>
          <dd className="m-0">
            <b className="strong">{optionName(option, locale)}</b>
            {decided ? <span className="small muted"> · {t.decided}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
