import type { Metadata } from 'next'
import { AdminFrame } from '@/components/admin/desk-frame'
import { ExperimentTable, UsualTable } from '@/components/admin/experiment-list'
import { ExperimentSaid } from '@/components/admin/experiment-said'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { listExperiments, listUsual } from '@/lib/experiment'
import { experimentText } from '@/lib/i18n/messages/experiment'
import { pageLocale } from '@/lib/i18n/page-locale'
import { openAdmin } from '../../open-admin'
import { type Query, textOf } from '../../outcome'

export async function generateMetadata(): Promise<Metadata> {
  return { title: experimentText[await pageLocale()].title }
}

export default async function ExperimentsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const { locale, actor, shell } = await openAdmin('marketing', '/marketing/experiments')
  const t = experimentText[locale]
  const experiments = await listExperiments(actor)
  const create = { href: `/${locale}/admin/marketing/experiments/new`, label: t.create }
  return (
    <AdminFrame {...shell} title={t.title} lead={t.lead} back={{ href: `/${locale}/admin/marketing`, label: t.back }}>
      <ExperimentSaid outcome={textOf(query, 'outcome')} locale={locale} />
      <section className="panel mt-3">
        {experiments.length === 0 ? (
          <EmptyState title={t.none} text={t.noneHelp} action={create} />
        ) : (
          <>
            <ButtonLink kind="solid" href={create.href} className="mb-3">
              {create.label}
            </ButtonLink>
            <ExperimentTable rows={experiments} locale={locale} />
          </>
        )}
      </section>
      <section className="panel mt-5">
        <h2 className="text-lg! leading-6! mb-2">{t.now}</h2>
        <UsualTable rows={await listUsual(actor)} locale={locale} />
      </section>
    </AdminFrame>
  )
}
