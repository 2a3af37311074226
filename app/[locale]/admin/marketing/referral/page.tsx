import type { Metadata } from 'next'
import type { FormState } from '@/components/account/account-state'
import { FormPanel } from '@/components/account/form-panel'
import { AdminFrame } from '@/components/admin/desk-frame'
import { ReferralFigures, ReferralTable } from '@/components/admin/referral-desk'
import { ButtonLink } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import { sumField } from '@/lib/format'
import { marketingText } from '@/lib/i18n/messages/marketing'
import { referralText } from '@/lib/i18n/messages/referral'
import { pageLocale } from '@/lib/i18n/page-locale'
import { money } from '@/lib/kernel/money'
import { countReferrals, currentTerms, listReferrals } from '@/lib/referral'
import { referralStatuses } from '@/lib/referral/schema'
import { keptState } from '../../../(buy)/kept-state'
import { openAdmin } from '../../open-admin'
import { type Query, textOf } from '../../outcome'
import { submitReview, submitTerms } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: referralText[await pageLocale()].deskTitle }
}

export default async function ReferralDeskPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const { locale, actor, shell } = await openAdmin('marketing', '/marketing/referral')
  const t = referralText[locale]
  const status = referralStatuses.find((one) => one === textOf(query, 'status'))
  const { items, nextCursor } = await listReferrals(actor, { status, before: textOf(query, 'before') })
  const counts = await countReferrals(actor)
  const terms = await currentTerms()
  const kept = await keptState<FormState>('referral')
  const href = (to: Record<string, string>) => `/${locale}/admin/marketing/referral?${new URLSearchParams(to)}`
  const sum = (amount: number) => sumField(money(amount, 'UZS'))
  return (
    <AdminFrame {...shell} title={t.deskTitle}>
      <p className="muted max-w-[70ch]">
        {t.deskLead}{' '}
        <a className="link" href={`/${locale}/admin/marketing`}>
          {marketingText[locale].title}
        </a>
      </p>
      {counts === null ? null : (
        <section className="panel mb-4" aria-label={t.deskTitle}>
          <ReferralFigures counts={counts} locale={locale} />
        </section>
      )}
      <div className="desk-grid *:min-w-0">
        <section className="panel h-fit">
          <nav className="tabs mb-3" aria-label={t.state}>
            <a href={href({})} aria-current={status === undefined ? 'page' : undefined}>
              {t.all}
            </a>
            {referralStatuses.map((one) => (
              <a key={one} href={href({ status: one })} aria-current={one === status ? 'page' : undefined}>
                {t[one]}
              </a>
            ))}
          </nav>
          <ReferralTable rows={items} locale={locale} review={submitReview} />
          {nextCursor === null ? null : (
            <ButtonLink kind="line" className="mt-3" href={href({ ...(status && { status }), before: nextCursor })}>
              {t.older}
            </ButtonLink>
          )}
        </section>
        <FormPanel
          title={t.terms}
          heading="text-lg! leading-6! mb-2"
          action={submitTerms}
          kept={kept}
          prefix="terms-"
          hidden={{ locale }}
          kind="solid"
          submit={t.save}
          fields={[
            { name: 'referrerAmount', label: t.referrerAmount, value: sum(terms.referrerAmount), help: t.termsHelp },
            { name: 'friendAmount', label: t.friendAmount, value: sum(terms.friendAmount) },
            { name: 'minOrder', label: t.minOrder, value: sum(terms.minOrder) },
            { name: 'perDay', label: t.perDay, value: String(terms.perDay) },
            { name: 'waitDays', label: t.waitDays, value: String(terms.waitDays) },
          ]}
        >
          <Select label={t.active} name="terms-active" defaultValue={terms.active ? 'on' : 'off'}>
            <option value="on">{t.on}</option>
            <option value="off">{t.off}</option>
          </Select>
        </FormPanel>
      </div>
    </AdminFrame>
  )
}
