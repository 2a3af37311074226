import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdminFrame } from '@/components/admin/desk-frame'
import { optionName, StatusBadge } from '@/components/admin/experiment-list'
import { ResultChart, ResultTable, Verdicts } from '@/components/admin/experiment-results'
import { ExperimentSaid } from '@/components/admin/experiment-said'
import { ExperimentSteps } from '@/components/admin/experiment-steps'
import { StageMarks, WidenForm } from '@/components/admin/experiment-widen'
import { getExperiment } from '@/lib/experiment'
import type { Experiment } from '@/lib/experiment/schema'
import { formatNumber, formatPercent } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { experimentText } from '@/lib/i18n/messages/experiment'
import { pageLocale } from '@/lib/i18n/page-locale'
import { getExperimentResults } from '@/lib/report'
import { openAdmin } from '../../../open-admin'
import { type Query, textOf } from '../../../outcome'
import { submitStep } from '../actions'

type Props = { params: Promise<{ experiment: string }>; searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: experimentText[await pageLocale()].title }
}

function Terms({ experiment, locale }: { experiment: Experiment; locale: Locale }) {
  const t = experimentText[locale]
  const { key, place, share, planned, variants } = experiment
  const tried = variants.map(({ option, weight }) => `${optionName(option, locale)} × ${weight}`).join(' · ')
  const terms = [
    [t.key, key],
    [t.place, t[place]],
    [t.variants, tried],
    [t.share, formatPercent(share * 100, locale)],
    [t.planned, formatNumber(planned)],
  ] as const
  return (
    <dl className="stack gap-2!">
      {terms.map(([name, value]) => (
        <div key={name} className="row between flex-wrap">
          <dt className="muted">{name}</dt>
          <dd className="m-0 strong num">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export default async function ExperimentPage({ params, searchParams }: Props) {
  const { experiment: id } = await params
  const query = await searchParams
  const { locale, actor, shell } = await openAdmin('marketing', `/marketing/experiments/${id}`)
  const experiment = await getExperiment(id, actor)
  const results = experiment && (await getExperimentResults(actor, experiment))
  if (experiment === null || results === null) notFound()
  const t = experimentText[locale]
  return (
    <AdminFrame
      {...shell}
      title={experiment.name}
      back={{ href: `/${locale}/admin/marketing/experiments`, label: t.toList }}
    >
      <ExperimentSaid outcome={textOf(query, 'outcome')} locale={locale} />
      <section className="panel mt-3">
        <p className="mb-3">
          <StatusBadge status={experiment.status} locale={locale} />
        </p>
        <Terms experiment={experiment} locale={locale} />
        <ExperimentSteps experiment={experiment} winner={results.winner} locale={locale} save={submitStep} />
        <WidenForm experiment={experiment} locale={locale} save={submitStep} />
      </section>
      {experiment.status === 'draft' ? null : (
        <section className="panel mt-5">
          <div className="row between flex-wrap mb-3">
            <h2 className="text-lg! leading-6!">{t.results}</h2>
            <a className="link small" href={`/${locale}/admin/marketing/experiments/${id}/export`}>
              {t.csv}
            </a>
          </div>
          <StageMarks experiment={experiment} locale={locale} />
          <Verdicts results={results} locale={locale} />
          <ResultChart results={results} locale={locale} />
          <ResultTable results={results} locale={locale} />
        </section>
      )}
    </AdminFrame>
  )
}
