import type { Metadata } from 'next'
import { BalanceFigures } from '@/components/money/balance-figures'
import { BankForm } from '@/components/money/bank-form'
import { LedgerTable } from '@/components/money/ledger-table'
import { DocumentList, StatementList } from '@/components/money/papers'
import { PayoutTable } from '@/components/money/payout-table'
import { DeskShell } from '@/components/seller/desk-shell'
import { Pager } from '@/components/seller/pager'
import { EmptyState } from '@/components/ui/empty-state'
import { listDocuments } from '@/lib/document'
import { formatMoney } from '@/lib/format'
import { fill } from '@/lib/i18n'
import { couponText } from '@/lib/i18n/messages/coupon'
import { moneyText } from '@/lib/i18n/messages/money'
import { sellerText } from '@/lib/i18n/messages/seller'
import { pageLocale } from '@/lib/i18n/page-locale'
import { now } from '@/lib/kernel/clock'
import { listLedger } from '@/lib/ledger'
import { getShopMoney, listPayouts } from '@/lib/payout'
import { keptState } from '../../(buy)/kept-state'
import { openDesk } from '../open-desk'
import { submitBankDetails } from './actions'
import { lastMonths } from './last-months'

export async function generateMetadata(): Promise<Metadata> {
  return { title: moneyText[await pageLocale()].money }
}

type Query = Promise<{ [key: string]: string | string[] | undefined }>

export default async function MoneyPage({ searchParams }: { searchParams: Query }) {
  const given = (await searchParams)['cursor']
  const cursor = typeof given === 'string' && given.length < 200 ? given : undefined
  const { locale, actor, shell } = await openDesk('money', '/money')
  const [money, page, payouts, documents, kept] = await Promise.all([
    getShopMoney(actor),
    listLedger(actor, { cursor, limit: 15 }),
    listPayouts(actor, { own: true, limit: 10 }),
    listDocuments(actor, { limit: 8 }),
    keptState('bank'),
  ])
  const t = moneyText[locale]
  const here = `/${locale}/seller/money`
  const { every, minimum } = money.schedule
  return (
    <DeskShell {...shell}>
      <h1>{t.money}</h1>
      <a className="link small inline-flex min-h-11 items-center" href={`/${locale}/seller/coupons`}>
        {couponText[locale].title}
      </a>
      <p className="small muted">{fill(t.scheduleLine, { every: t[every], minimum: formatMoney(minimum, locale) })}</p>
      <BalanceFigures money={money} locale={locale} />
      <section className="panel mt-4" aria-labelledby="entries">
        <h2 id="entries" className="text-lg! leading-6! mb-1">
          {t.entries}
        </h2>
        {page.items.length === 0 ? (
          <EmptyState
            title={t.noEntries}
            text={t.noEntriesHelp}
            action={{ href: `/${locale}/seller/parcels`, label: t.toParcels }}
          />
        ) : (
          <LedgerTable lines={page.items} locale={locale} />
        )}
        <Pager
          first={cursor === undefined ? null : here}
          next={page.nextCursor === null ? null : `${here}?cursor=${encodeURIComponent(page.nextCursor)}`}
          labels={sellerText[locale]}
        />
      </section>
      <div className="desk-grid *:min-w-0">
        <section className="panel">
          <h2 className="text-lg! leading-6! mb-1">{t.payouts}</h2>
          {payouts.items.length === 0 ? <p className="small muted">{t.noPayouts}</p> : null}
          {payouts.items.length === 0 ? null : <PayoutTable payouts={payouts.items} locale={locale} />}
        </section>
        <StatementList months={lastMonths(now(), locale)} locale={locale} />
        <BankForm details={money.details} locale={locale} action={submitBankDetails} kept={kept as never} />
        <DocumentList documents={documents} locale={locale} />
      </div>
    </DeskShell>
  )
}
