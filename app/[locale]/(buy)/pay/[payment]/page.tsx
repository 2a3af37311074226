import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PayForm } from '@/components/pay/pay-form'
import type { PayState } from '@/components/pay/pay-state'
import { ButtonLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { formatMoney } from '@/lib/format'
import { payText } from '@/lib/i18n/messages/pay'
import { pageLocale } from '@/lib/i18n/page-locale'
import { findSimulated } from '@/lib/plugins/simulator'
import { keptState } from '../../kept-state'
import { submitPayment } from './actions'

type Props = { params: Promise<{ payment: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: payText[await pageLocale()].title, robots: { index: false } }
}

const providerNames = { payme: 'Payme', click: 'Click', stripe: 'Stripe' }

/** Stands where a provider's own page would be; production has neither the page nor the simulator. */
export default async function PayPage({ params }: Props) {
  const locale = await pageLocale()
  const t = payText[locale]
  const found = await findSimulated((await params).payment)
  if (!found) notFound()
  const { payment, provider, number, open } = found
  return (
    <div className="wrap alone">
      <Panel className="stack mx-auto max-w-[480px]">
        <h1>{t.title}</h1>
        <p className="muted">{t.lead}</p>
        <dl className="stack">
          <div className="row between">
            <dt>{t.order}</dt>
            <dd className="strong num">{number}</dd>
          </div>
          <div className="row between">
            <dt>{t.provider}</dt>
            <dd className="strong">{providerNames[provider]}</dd>
          </div>
          <div className="row between">
            <dt>{t.sum}</dt>
            <dd className="strong num">{formatMoney(payment.amount, locale)}</dd>
          </div>
        </dl>
        <PayForm
          locale={locale}
          payment={payment.id}
          open={open}
          action={submitPayment}
          kept={await keptState<NonNullable<PayState>>('pay')}
        />
        <ButtonLink kind="line" full href={`/${locale}/orders/${number}`}>
          {t.back}
        </ButtonLink>
      </Panel>
    </div>
  )
}
