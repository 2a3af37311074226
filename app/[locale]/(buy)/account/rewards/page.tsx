import type { Metadata } from 'next'
import { CreditPanel } from '@/components/account/credit-panel'
import { ReferralPanel } from '@/components/account/referral-panel'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { currentActor } from '@/lib/auth'
import { accountText } from '@/lib/i18n/messages/account'
import { creditText } from '@/lib/i18n/messages/credit'
import { pageLocale } from '@/lib/i18n/page-locale'
import { env } from '@/lib/kernel/env'
import { creditOf, listCredit } from '@/lib/ledger'
import { getOwnReferral } from '@/lib/referral'
import { submitLink } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: creditText[await pageLocale()].title }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What a person has to spend, where it came from, and how to get more. */
export default async function RewardsPage({ searchParams }: Props) {
  const locale = await pageLocale()
  const actor = await currentActor()
  const t = creditText[locale]
  const own = await getOwnReferral(actor)
  if (own === null) {
    const words = accountText[locale]
    const next = encodeURIComponent(`/${locale}/account/rewards`)
    const action = { href: `/${locale}/sign-in?next=${next}`, label: words.signIn }
    return (
      <div className="wrap pt-5 pb-16">
        <h1>{t.title}</h1>
        <EmptyState title={words.needSignIn} text={t.help} action={action} />
      </div>
    )
  }
  const { cursor } = await searchParams
  const { items, nextCursor } = await listCredit(actor, typeof cursor === 'string' ? cursor : undefined)
  const link = own.code === null ? null : `${env.APP_URL}/${locale}/r/${own.code}`
  return (
    <div className="wrap pt-5 pb-16">
      <a className="link small" href={`/${locale}/account`}>
        ← {t.back}
      </a>
      <h1 className="mt-1.5">{t.title}</h1>
      <div className="two-col">
        <ReferralPanel own={own} link={link} locale={locale} open={submitLink} />
        <aside>
          <CreditPanel have={await creditOf(actor)} lines={items} locale={locale} />
          {nextCursor === null ? null : (
            <ButtonLink kind="line" full className="mt-3" href={`?${new URLSearchParams({ cursor: nextCursor })}`}>
              {t.older}
            </ButtonLink>
          )}
        </aside>
      </div>
    </div>
  )
}
