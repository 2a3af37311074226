import type { Metadata } from 'next'
import { CampaignForm, CampaignTable, EventTable, FeedTable } from '@/components/admin/campaign-tables'
import { AdminFrame } from '@/components/admin/desk-frame'
import { FunnelChart, FunnelTable } from '@/components/admin/funnel-chart'
import { SavedNotice } from '@/components/seller/notice'
import { EmptyState } from '@/components/ui/empty-state'
import { fill } from '@/lib/i18n'
import { experimentText } from '@/lib/i18n/messages/experiment'
import { heatText } from '@/lib/i18n/messages/heat'
import { marketingText } from '@/lib/i18n/messages/marketing'
import { pageLocale } from '@/lib/i18n/page-locale'
import { compareEvents, getFunnel, listCampaigns, listFeeds } from '@/lib/report'
import { marketingWindows, type TouchName, touches } from '@/lib/report/schema'
import { openAdmin } from '../open-admin'
import { type Query, textOf } from '../outcome'
import { submitCampaign } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: marketingText[await pageLocale()].title }
}

export default async function MarketingPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const { locale, actor, shell } = await openAdmin('marketing', '/marketing')
  const t = marketingText[locale]
  const days = marketingWindows.find((one) => String(one) === textOf(query, 'days')) ?? 30
  const touch = touches.find((one) => one === textOf(query, 'touch')) ?? 'last'
  const funnel = await getFunnel(actor, days)
  const href = (to: { days?: number; touch?: TouchName }) =>
    `/${locale}/admin/marketing?${new URLSearchParams({ days: String(to.days ?? days), touch: to.touch ?? touch })}`
  const csv = (part: string) => (
    <a
      className="link small"
      href={`/${locale}/admin/marketing/export?${new URLSearchParams({ part, days: String(days), touch })}`}
    >
      {t.csv}
    </a>
  )
  return (
    <AdminFrame {...shell} title={t.title}>
      <SavedNotice outcome={textOf(query, 'outcome')} words={t} />
      <p className="muted max-w-[70ch]">
        {t.lead}{' '}
        <a className="link" href={`/${locale}/admin/marketing/referral`}>
          {t.referral}
        </a>
        {' · '}
        <a className="link" href={`/${locale}/admin/marketing/experiments`}>
          {experimentText[locale].title}
        </a>
        {' · '}
        <a className="link" href={`/${locale}/admin/marketing/heatmaps`}>
          {heatText[locale].title}
        </a>
      </p>
      <nav className="tabs mb-4" aria-label={t.title}>
        {marketingWindows.map((one) => (
          <a key={one} href={href({ days: one })} aria-current={one === days ? 'page' : undefined}>
            {fill(t.days, { count: one })}
          </a>
        ))}
      </nav>
      <section className="panel">
        <div className="row between flex-wrap mb-3">
          <h2 className="text-lg! leading-6!">{t.funnel}</h2>
          {csv('funnel')}
        </div>
        {funnel === null || funnel.parts.length === 0 ? (
          <EmptyState title={t.none} text={t.noneHelp} />
        ) : (
          <>
            <FunnelChart funnel={funnel} locale={locale} />
            <FunnelTable funnel={funnel} locale={locale} />
          </>
        )}
      </section>
      <section className="panel mt-5">
        <div className="row between flex-wrap mb-2">
          <h2 className="text-lg! leading-6!">{t.campaigns}</h2>
          {csv('campaigns')}
        </div>
        <nav className="tabs mb-3" aria-label={t.campaigns}>
          {touches.map((one) => (
            <a key={one} href={href({ touch: one })} aria-current={one === touch ? 'page' : undefined}>
              {t[one]}
            </a>
          ))}
        </nav>
        <CampaignTable rows={await listCampaigns(actor, days, touch)} locale={locale} />
        <CampaignForm locale={locale} save={submitCampaign} />
        <h3 className="mt-5 mb-1 text-base">{t.feeds}</h3>
        <p className="muted small mb-2">{t.feedsLead}</p>
        <FeedTable rows={await listFeeds(actor, days, touch)} locale={locale} />
      </section>
      <section className="panel mt-5">
        <div className="row between flex-wrap mb-2">
          <h2 className="text-lg! leading-6!">{t.events}</h2>
          {csv('events')}
        </div>
        <p className="muted small mb-2">{t.eventsLead}</p>
        <EventTable rows={await compareEvents(actor, days)} locale={locale} />
      </section>
    </AdminFrame>
  )
}
