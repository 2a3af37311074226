import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PayoutBadge } from '@/components/money/payout-badge'
import { PayoutDetail } from '@/components/money/payout-detail'
import { periodName } from '@/components/money/period-name'
import { DeskShell } from '@/components/seller/desk-shell'
import { Icon } from '@/components/ui/icon'
import { moneyText } from '@/lib/i18n/messages/money'
import { pageLocale } from '@/lib/i18n/page-locale'
import { getPayout } from '@/lib/payout'
import { openDesk } from '../../../open-desk'

export async function generateMetadata(): Promise<Metadata> {
  return { title: moneyText[await pageLocale()].payout }
}

export default async function PayoutPage({ params }: { params: Promise<{ payout: string }> }) {
  const { payout: id } = await params
  const { locale, actor, shell } = await openDesk('money', `/money/payouts/${encodeURIComponent(id)}`)
  const payout = await getPayout(id, { kind: 'shop', shopId: actor.shopId, keyId: 'desk', scopes: [] }, 200)
  if (payout === null) notFound()
  const t = moneyText[locale]
  return (
    <DeskShell {...shell}>
      <a className="link row w-fit min-h-11" href={`/${locale}/seller/money`}>
        <Icon name="left" small />
        {t.backToMoney}
      </a>
      <div className="row mb-4 flex-wrap gap-3!">
        <h1>{periodName(payout.period, locale)}</h1>
        <PayoutBadge status={payout.status} locale={locale} />
      </div>
      <PayoutDetail payout={payout} locale={locale} />
    </DeskShell>
  )
}
