import type { FormAction } from '@/components/account/account-state'
import { StateForm } from '@/components/account/state-form'
import { formatPhone } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { accountText } from '@/lib/i18n/messages/account'

export type ShownLogin = { phone: string; name: string; role: string; password: string }

type Props = { logins: readonly ShownLogin[]; locale: Locale; action: FormAction; hidden: Record<string, string> }

/** The demo market's own people, one press each; in production there are none. */
export function DemoLogins({ logins, locale, action, hidden }: Props) {
  const t = accountText[locale]
  const roles: Record<string, string> = {
    admin: t.roleAdmin,
    staff: t.roleStaff,
    seller: t.roleSeller,
    buyer: t.roleBuyer,
  }
  if (logins.length === 0) return null
  return (
    <section className="panel span" aria-label={t.demoTitle}>
      <h2 className="text-xl">{t.demoTitle}</h2>
      <p className="small muted mb-4">{t.demoText}</p>
      <ul className="stack">
        {logins.map(({ phone, name, role, password }) => (
          <li key={phone} className="row between flex-wrap gap-3 border-t border-line pt-3">
            <span>
              <b className="strong block">
                {roles[role] ?? role}: {name}
              </b>
              <span className="small muted num">
                {formatPhone(phone)} · {password}
              </span>
            </span>
            <StateForm
              action={action}
              prefix="demo-"
              fields={[]}
              hidden={{ ...hidden, 'in-phone': phone, 'in-password': password }}
              kind="two"
              submit={t.demoUse}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
