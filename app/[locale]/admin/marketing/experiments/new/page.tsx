import type { Metadata } from 'next'
import { AdminFrame } from '@/components/admin/desk-frame'
import { ExperimentForm, PlaceForm } from '@/components/admin/experiment-form'
import { ExperimentSaid } from '@/components/admin/experiment-said'
import { listUsual } from '@/lib/experiment'
import { placeNames, places } from '@/lib/experiment/schema'
import { experimentText } from '@/lib/i18n/messages/experiment'
import { pageLocale } from '@/lib/i18n/page-locale'
import { openAdmin } from '../../../open-admin'
import { type Query, textOf } from '../../../outcome'
import { submitExperiment } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: experimentText[await pageLocale()].create }
}

export default async function NewExperimentPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const { locale, actor, shell } = await openAdmin('marketing', '/marketing/experiments/new')
  const t = experimentText[locale]
  const place = placeNames.find((one) => one === query['place']) ?? 'product-button'
  const usual = (await listUsual(actor)).find((one) => one.place === place)?.option ?? places[place][0]
  return (
    <AdminFrame {...shell} title={t.create} back={{ href: `/${locale}/admin/marketing/experiments`, label: t.toList }}>
      <ExperimentSaid outcome={textOf(query, 'outcome')} locale={locale} />
      <section className="panel mt-3 stack">
        <PlaceForm key={place} place={place} locale={locale} />
        <ExperimentForm
          place={place}
          usual={usual}
          locale={locale}
          written={(name) => textOf(query, name, 80)}
          save={submitExperiment}
        />
      </section>
    </AdminFrame>
  )
}
