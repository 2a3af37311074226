import type { FormAction, FormState } from '@/components/account/account-state'
import { type FieldPlan, StateForm } from '@/components/account/state-form'
import { Icon } from '@/components/ui/icon'
import { formatDate } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { moneyText } from '@/lib/i18n/messages/money'
import type { PayoutDetails } from '@/lib/payout/schema'

type Props = { details: PayoutDetails | null; locale: Locale; action: FormAction; kept: FormState | null }

/** Where the money goes. Says beforehand what a change costs: a day without payouts. */
export function BankForm({ details, locale, action, kept }: Props) {
  const t = moneyText[locale]
  const field = (name: keyof PayoutDetails, label: string, help?: string): FieldPlan => ({
    name,
    label,
    ...(help !== undefined && { help }),
    value: details?.[name] ?? '',
  })
  return (
    <section className="panel" id="details">
      <h2 className="text-lg! leading-6! mb-1">{t.details}</h2>
      <p className="small muted mb-3">{t.detailsHelp}</p>
      {details === null ? <Warning text={t.noDetails} /> : null}
      {details?.frozenUntil == null ? null : (
        <Warning text={fill(t.frozen, { until: formatDate(details.frozenUntil, locale, { time: true }) })} />
      )}
      <StateForm
        action={action}
        kept={kept}
        prefix="bank-"
        hidden={{ locale }}
        kind="solid"
        submit={t.saveDetails}
        fields={[
          field('holder', t.holder),
          field('tin', t.tin, t.taxIdHelp),
          field('pinfl', t.pinfl),
          field('account', t.accountNumber),
          field('mfo', t.mfo),
          field('bank', t.bank),
          field('vatCode', t.vatCode),
        ]}
      />
    </section>
  )
}

const Warning = ({ text }: { text: string }) => (
  <p className="row mb-3 rounded-control bg-saffron-soft px-4 py-3 font-semibold">
    <Icon name="info" small />
    {text}
  </p>
)
