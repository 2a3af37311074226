import type { Metadata } from 'next'
import { AdminFrame } from '@/components/admin/desk-frame'
import { DuePanel } from '@/components/admin/due-panel'
import { PayoutDesk, PayoutTabs } from '@/components/admin/payout-desk'
import { Notice } from '@/components/seller/notice'
import { Pager } from '@/components/seller/pager'
import { Button } from '@/components/ui/button'
import { fill, type Locale } from '@/lib/i18n'
import { moneyText } from '@/lib/i18n/messages/money'
import { termsText } from '@/lib/i18n/messages/payout-terms'
import { sellerText } from '@/lib/i18n/messages/seller'
import { pageLocale } from '@/lib/i18n/page-locale'
import { listPayouts, proposePayouts } from '@/lib/payout'
import { type PayoutStatus, payoutStatuses } from '@/lib/payout/schema'
import { openAdmin } from '../open-admin'
import { movePayout, proposeAll } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: moneyText[await pageLocale()].adminPayouts }
}

type Query = { [key: string]: string | string[] | undefined }

const refusals = [
  'not-found',
  'forbidden',
  'second-person',
  'wrong-status',
  'details-changed',
  'nothing-approved',
] as const

/** What the last form did. */
function Outcome({ query, locale }: { query: Query; locale: Locale }) {
  const t = moneyText[locale]
  const { outcome, count } = query
  if (outcome === 'ran') return <Notice text={fill(t.ran, { count: String(Number(count) || 0) })} problem={false} />
  if (outcome === 'saved') return <Notice text={t.saved} problem={false} />
  const refusal = refusals.find((one) => one === outcome)
  return refusal === undefined ? null : <Notice text={t[refusal]} problem />
}

export default async function PayoutsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const { locale, actor, shell } = await openAdmin('payouts', '/payouts')
  const here = `/${locale}/admin/payouts`
  const status: PayoutStatus | undefined = payoutStatuses.find((one) => one === query['status'])
  const cursor = typeof query['cursor'] === 'string' ? query['cursor'].slice(0, 60) : undefined
  const [page, run] = await Promise.all([
    listPayouts(actor, { status, cursor, limit: 25 }),
    proposePayouts({ dryRun: true }, actor),
  ])
  const t = moneyText[locale]
  const first = status === undefined ? here : `${here}?status=${status}`
  const next = new URLSearchParams({ ...(status && { status }), cursor: page.nextCursor ?? '' })
  return (
    <AdminFrame {...shell} title={t.adminPayouts}>
      <p className="muted">{t.secondPerson}</p>
      <a className="link inline-flex min-h-11 items-center" href={`${here}/terms`}>
        {termsText[locale].title}
      </a>
      <Outcome query={query} locale={locale} />
      {run.ok ? <DuePanel run={run.value} locale={locale} propose={proposeAll} /> : null}
      <section className="panel mt-4" aria-label={t.payouts}>
        <div className="row between flex-wrap">
          <h2 className="text-lg! leading-6!">{t.payouts}</h2>
          <form action={`${here}/export`} method="post">
            <Button kind="two" size="sm" type="submit">
              {t.exportAll}
            </Button>
          </form>
        </div>
        <PayoutTabs locale={locale} status={status} />
        {page.items.length === 0 ? <p className="muted py-4">{t.noneOfStatus}</p> : null}
        {page.items.length === 0 ? null : (
          <PayoutDesk payouts={page.items} locale={locale} move={movePayout} back={first} me={actor.id} />
        )}
        <Pager
          first={cursor === undefined ? null : first}
          next={page.nextCursor === null ? null : `${here}?${next}`}
          labels={sellerText[locale]}
        />
      </section>
    </AdminFrame>
  )
}
