import type { Metadata } from 'next'
import type { FormState } from '@/components/account/account-state'
import { AddressBook } from '@/components/account/address-book'
import { ReminderPanel } from '@/components/account/reminder-panel'
import { StateForm } from '@/components/account/state-form'
import { OrderList } from '@/components/order/order-list'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { listAddresses } from '@/lib/address'
import { currentActor } from '@/lib/auth'
import type { UserActor } from '@/lib/auth/schema'
import { formatMoney, formatPhone } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { accountText } from '@/lib/i18n/messages/account'
import { creditText } from '@/lib/i18n/messages/credit'
import { referralText } from '@/lib/i18n/messages/referral'
import { pageLocale } from '@/lib/i18n/page-locale'
import { creditOf } from '@/lib/ledger'
import { listOrders } from '@/lib/order'
import { reminderEmail } from '@/lib/reminder'
import { regionTree } from '../checkout/choices'
import { keptState } from '../kept-state'
import { deleteAddress, leave, submitAddress, submitPassword, submitProfile } from './actions'
import { submitReminders, submitStop } from './reminder-actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountText[await pageLocale()].account }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

// A redirect inside a page needs a script under this renderer; a link does not.
function Anonymous({ locale }: { locale: Locale }) {
  const t = accountText[locale]
  const next = encodeURIComponent(`/${locale}/account`)
  return (
    <div className="wrap pt-5 pb-16">
      <h1>{t.account}</h1>
      <EmptyState
        title={t.needSignIn}
        text={t.needSignInText}
        action={{ href: `/${locale}/sign-in?next=${next}`, label: t.signIn }}
      />
      <p className="text-center">
        <a className="link" href={`/${locale}/orders`}>
          {t.findOrder}
        </a>
      </p>
    </div>
  )
}

async function Orders({ actor, cursor, locale }: { actor: UserActor; cursor: string | undefined; locale: Locale }) {
  const t = accountText[locale]
  const { items, nextCursor } = await listOrders(actor, { cursor, limit: 10 })
  return (
    <section aria-label={t.orders}>
      <h2 className="mb-3.5">{t.orders}</h2>
      {items.length === 0 ? (
        <EmptyState title={t.noOrders} text={t.noOrdersText} action={{ href: `/${locale}`, label: t.toShopping }} />
      ) : (
        <OrderList orders={items} locale={locale} />
      )}
      {nextCursor === null ? null : (
        <ButtonLink kind="line" full className="mt-3" href={`?${new URLSearchParams({ cursor: nextCursor })}`}>
          {t.olderOrders}
        </ButtonLink>
      )}
    </section>
  )
}

async function Profile({ actor, locale }: { actor: UserActor; locale: Locale }) {
  const t = accountText[locale]
  const password = { type: 'password' } as const
  return (
    <section className="panel stack gap-4" aria-label={t.profile}>
      <h2 className="text-[19px]">{t.profile}</h2>
      <p className="num">
        {formatPhone(actor.phone)}
        <span className="small muted block">{t.phoneFixed}</span>
      </p>
      <StateForm
        action={submitProfile}
        kept={await keptState<FormState>('profile')}
        prefix="me-"
        hidden={{ locale }}
        kind="line"
        submit={t.saveProfile}
        fields={[{ name: 'name', label: t.name, autoComplete: 'name', value: actor.name }]}
      />
      <details>
        <summary className="link cursor-pointer py-2">{t.changePassword}</summary>
        <StateForm
          action={submitPassword}
          kept={await keptState<FormState>('password')}
          prefix="pw-"
          hidden={{ locale }}
          kind="line"
          submit={t.changePassword}
          fields={[
            { name: 'current', label: t.currentPassword, autoComplete: 'current-password', ...password },
            { name: 'next', label: t.newPassword, autoComplete: 'new-password', help: t.passwordHelp, ...password },
          ]}
        />
      </details>
      <form action={leave}>
        <input type="hidden" name="locale" value={locale} />
        <Button kind="line" full type="submit">
          {t.signOut}
        </Button>
      </form>
    </section>
  )
}

async function RewardsLink({ actor, locale }: { actor: UserActor; locale: Locale }) {
  const t = creditText[locale]
  return (
    <section className="panel" aria-label={t.title}>
      <h2 className="text-[19px]">{t.title}</h2>
      <p className="price num my-1.5">{formatMoney(await creditOf(actor), locale)}</p>
      <a className="link inline-flex min-h-11 items-center" href={`/${locale}/account/rewards`}>
        {referralText[locale].title}
      </a>
    </section>
  )
}

export default async function AccountPage({ searchParams }: Props) {
  const locale = await pageLocale()
  const t = accountText[locale]
  const actor = await currentActor()
  if (actor.kind !== 'user') return <Anonymous locale={locale} />
  const { cursor } = await searchParams
  return (
    <div className="wrap pt-5 pb-16">
      <div className="row between flex-wrap">
        <h1>{fill(t.hello, { name: actor.name })}</h1>
        {actor.shopId === undefined ? null : (
          <ButtonLink kind="solid" href={`/${locale}/seller`}>
            {t.sellerDesk}
          </ButtonLink>
        )}
      </div>
      <div className="two-col">
        <Orders actor={actor} cursor={typeof cursor === 'string' ? cursor : undefined} locale={locale} />
        <aside className="stack gap-4">
          <RewardsLink actor={actor} locale={locale} />
          <AddressBook
            addresses={await listAddresses(actor)}
            regions={regionTree(locale)}
            locale={locale}
            add={submitAddress}
            kept={await keptState<FormState>('address')}
            remove={deleteAddress}
          />
          <ReminderPanel
            email={await reminderEmail(actor)}
            locale={locale}
            agree={submitReminders}
            kept={await keptState<FormState>('reminder')}
            stop={submitStop}
          />
          <Profile actor={actor} locale={locale} />
        </aside>
      </div>
    </div>
  )
}
