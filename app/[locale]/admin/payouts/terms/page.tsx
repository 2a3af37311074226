import type { Metadata } from 'next'
import { AdminFrame } from '@/components/admin/desk-frame'
import { ScheduleDesk } from '@/components/admin/schedule-desk'
import { SavedNotice } from '@/components/seller/notice'
import { Pager } from '@/components/seller/pager'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { termsText } from '@/lib/i18n/messages/payout-terms'
import { sellerText } from '@/lib/i18n/messages/seller'
import { pageLocale } from '@/lib/i18n/page-locale'
import { listSchedules } from '@/lib/payout'
import { openAdmin } from '../../open-admin'
import { type Query, textOf } from '../../outcome'
import { submitTerms } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: termsText[await pageLocale()].title }
}

export default async function TermsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const { locale, actor, shell } = await openAdmin('payouts', '/payouts/terms')
  const [find, after] = [textOf(query, 'q', 80) ?? '', textOf(query, 'after', 120) ?? '']
  const { items, next } = await listSchedules(actor, { find, after })
  const t = termsText[locale]
  const here = `/${locale}/admin/payouts/terms`
  return (
    <AdminFrame {...shell} title={t.title} lead={t.lead} back={{ href: `/${locale}/admin/payouts`, label: t.back }}>
      <SavedNotice outcome={query['outcome']} words={t} />
      <form className="flex max-w-96 flex-wrap items-end gap-2">
        <Field label={t.find} name="q" defaultValue={find} maxLength={80} className="grow" />
        <Button kind="two" type="submit">
          {t.search}
        </Button>
      </form>
      <section className="panel mt-4">
        {items.length === 0 ? <p className="muted">{t.none}</p> : null}
        <ScheduleDesk shops={items} locale={locale} save={submitTerms} />
        <Pager
          first={after === '' ? null : `${here}?${new URLSearchParams({ q: find })}`}
          next={next === null ? null : `${here}?${new URLSearchParams({ q: find, after: next })}`}
          labels={sellerText[locale]}
        />
      </section>
    </AdminFrame>
  )
}
