import type { Metadata } from 'next'
import type { FormState } from '@/components/account/account-state'
import { DemoLogins } from '@/components/account/demo-logins'
import { FormPanel } from '@/components/account/form-panel'
import { accountText } from '@/lib/i18n/messages/account'
import { pageLocale } from '@/lib/i18n/page-locale'
import { env } from '@/lib/kernel/env'
import { demoLogins } from '@/prisma/seed/demo-logins'
import { keptState } from '../kept-state'
import { submitRegister, submitSignIn } from './actions'
import { safeNext } from './safe-next'

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountText[await pageLocale()].signInTitle }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

// One of each role is enough to try everything.
const shownLogins = () =>
  env.APP_ENV === 'demo'
    ? demoLogins.filter(({ role }, at, all) => all.findIndex((one) => one.role === role) === at)
    : []

export default async function SignInPage({ searchParams }: Props) {
  const locale = await pageLocale()
  const t = accountText[locale]
  const next = safeNext((await searchParams)['next'], `/${locale}/account`)
  const hidden = { locale, next }
  const phone = { name: 'phone', label: t.phone, type: 'tel', autoComplete: 'tel' } as const
  return (
    <div className="wrap pt-5 pb-16">
      <h1>{t.signInTitle}</h1>
      <p className="muted mt-2 mb-5 max-w-[40em]">{t.signInText}</p>
      <div className="sheet-page pt-0">
        <FormPanel
          title={t.signIn}
          action={submitSignIn}
          kept={await keptState<FormState>('sign-in')}
          prefix="in-"
          hidden={hidden}
          kind="act"
          submit={t.signIn}
          fields={[phone, { name: 'password', label: t.password, type: 'password', autoComplete: 'current-password' }]}
        />
        <FormPanel
          title={t.registerTitle}
          action={submitRegister}
          kept={await keptState<FormState>('register')}
          prefix="up-"
          hidden={hidden}
          kind="solid"
          submit={t.register}
          fields={[
            { name: 'name', label: t.name, autoComplete: 'name' },
            phone,
            {
              name: 'password',
              label: t.password,
              type: 'password',
              autoComplete: 'new-password',
              help: t.passwordHelp,
            },
          ]}
        />
        <DemoLogins logins={shownLogins()} locale={locale} action={submitSignIn} hidden={hidden} />
      </div>
    </div>
  )
}
