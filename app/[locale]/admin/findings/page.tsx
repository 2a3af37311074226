import type { Metadata } from 'next'
import { AdminFrame } from '@/components/admin/desk-frame'
import { AlarmTable, FindingTable } from '@/components/admin/finding-tables'
import { Notice } from '@/components/seller/notice'
import { adminText } from '@/lib/i18n/messages/admin'
import { findingText } from '@/lib/i18n/messages/finding'
import { pageLocale } from '@/lib/i18n/page-locale'
import { listAlarms, listFindings } from '@/lib/payment'
import { openAdmin } from '../open-admin'
import type { Query } from '../outcome'
import { markSeen } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminText[await pageLocale()].findings }
}

export default async function FindingsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { outcome } = await searchParams
  const { locale, shell } = await openAdmin('findings', '/findings')
  const [findings, alarms] = await Promise.all([listFindings(), listAlarms()])
  const t = adminText[locale]
  return (
    <AdminFrame {...shell} title={t.findings} lead={t.findingsLead}>
      {outcome === 'seenNow' || outcome === 'bad-note' ? (
        <Notice text={findingText[locale][outcome]} problem={outcome === 'bad-note'} />
      ) : null}
      <section className="panel mt-4">
        <h2 className="text-lg! leading-6! mb-1">{t.findingsTitle}</h2>
        {findings.length === 0 ? <p className="muted py-2">{t.noFindings}</p> : null}
        {findings.length === 0 ? null : <FindingTable findings={findings} locale={locale} see={markSeen} />}
      </section>
      <section className="panel mt-4">
        <h2 className="text-lg! leading-6! mb-1">{t.alarms}</h2>
        <p className="small muted">{alarms.length === 0 ? t.noAlarms : t.alarmsLead}</p>
        {alarms.length === 0 ? null : <AlarmTable alarms={alarms} locale={locale} see={markSeen} />}
      </section>
    </AdminFrame>
  )
}
