import type { Metadata } from 'next'
import { AdminFrame } from '@/components/admin/desk-frame'
import { SpeedChart } from '@/components/admin/speed-chart'
import { SpeedKpis } from '@/components/admin/speed-figure'
import { SpeedTable } from '@/components/admin/speed-table'
import { EmptyState } from '@/components/ui/empty-state'
import { fill } from '@/lib/i18n'
import { speedText } from '@/lib/i18n/messages/speed'
import { pageLocale } from '@/lib/i18n/page-locale'
import { getSpeed } from '@/lib/vitals'
import { speedWindows, type VitalName, vitalNames } from '@/lib/vitals/schema'
import { openAdmin } from '../open-admin'
import { type Query, textOf } from '../outcome'

export async function generateMetadata(): Promise<Metadata> {
  return { title: speedText[await pageLocale()].title }
}

export default async function SpeedPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const { locale, actor, shell } = await openAdmin('speed', '/speed')
  const days = speedWindows.find((one) => String(one) === textOf(query, 'days')) ?? speedWindows[0]
  const name = vitalNames.find((one) => one === textOf(query, 'name')) ?? 'LCP'
  const speed = await getSpeed(actor, { days, name })
  const t = speedText[locale]
  const href = (to: { days?: number; name?: VitalName }) =>
    `/${locale}/admin/speed?${new URLSearchParams({ days: String(to.days ?? days), name: to.name ?? name })}`
  return (
    <AdminFrame {...shell} title={t.title} lead={t.lead}>
      <nav className="tabs mb-4" aria-label={t.title}>
        {speedWindows.map((one) => (
          <a key={one} href={href({ days: one })} aria-current={one === days ? 'page' : undefined}>
            {fill(t.days, { count: one })}
          </a>
        ))}
      </nav>
      {speed === null || speed.rows.length === 0 ? (
        <EmptyState title={t.none} text={t.noneHelp} />
      ) : (
        <>
          <SpeedKpis values={speed.whole} locale={locale} current={name} href={(to) => href({ name: to })} />
          <SpeedChart days={speed.days} name={name} locale={locale} />
          <section className="panel mt-5">
            <h2 className="text-lg! leading-6! mb-2">{t.byPage}</h2>
            <SpeedTable rows={speed.rows} locale={locale} />
          </section>
        </>
      )}
    </AdminFrame>
  )
}
