import { DeskCell, DeskRow, DeskTable } from '@/components/money/desk-table'
import { PayoutBadge } from '@/components/money/payout-badge'
import { periodName } from '@/components/money/period-name'
import { Button } from '@/components/ui/button'
import { formatDate, formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { moneyText, payoutText } from '@/lib/i18n/messages/money'
import { type PayoutStatus, type PayoutSummary, payoutStatuses } from '@/lib/payout/schema'

export type MovePayout = (form: FormData) => Promise<void>
type Desk = { locale: Locale; move: MovePayout; back: string; me: string }

export function PayoutTabs({ locale, status }: { locale: Locale; status: PayoutStatus | undefined }) {
  const t = moneyText[locale]
  const here = `/${locale}/admin/payouts`
  return (
    <nav className="tabs" aria-label={t.filter}>
      <a href={here} aria-current={status === undefined ? 'page' : undefined}>
        {t.allStatuses}
      </a>
      {payoutStatuses.map((one) => (
        <a key={one} href={`${here}?status=${one}`} aria-current={one === status ? 'page' : undefined}>
          {payoutText[locale][one]}
        </a>
      ))}
    </nav>
  )
}

/** Every payout with what may be done to it now. */
export function PayoutDesk({ payouts, ...desk }: Desk & { payouts: readonly PayoutSummary[] }) {
  const { locale } = desk
  const t = moneyText[locale]
  return (
    <DeskTable
      head={[
        { label: t.shop },
        { label: t.amount, right: true },
        { label: t.status },
        { label: t.proposedBy },
        { label: t.action, right: true },
      ]}
    >
      {payouts.map((payout) => (
        <DeskRow key={payout.id}>
          <DeskCell>
            <b className="strong">{payout.shop.name}</b>
            <span className="small muted num block">
              {periodName(payout.period, locale)} · {fill(t.accountEnd, { digits: payout.account })}
            </span>
          </DeskCell>
          <DeskCell right className="num font-semibold">
            {formatMoney(payout.amount, locale)}
            {payout.debt.amount === 0 ? null : (
              <span className="small muted block font-normal">
                {t.debtCovered}: {formatMoney(payout.debt, locale)}
              </span>
            )}
          </DeskCell>
          <DeskCell>
            <PayoutBadge status={payout.status} locale={locale} />
          </DeskCell>
          <DeskCell className="small max-[899px]:justify-self-end">
            {payout.proposedBy === desk.me ? t.you : (payout.proposedByName ?? payout.proposedBy)}
            <span className="muted num block">{formatDate(payout.proposedAt, locale, { time: true })}</span>
          </DeskCell>
          <DeskCell right wide>
            <Steps payout={payout} {...desk} />
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}

function Steps({ payout, locale, move, back, me }: Desk & { payout: PayoutSummary }) {
  const t = moneyText[locale]
  const { status } = payout
  const own = payout.proposedBy === me
  return (
    <div className="row flex-wrap gap-2! min-[900px]:justify-end">
      {status === 'proposed' && own ? (
        <span className="small muted max-w-72 whitespace-normal! text-left">{t.secondPerson}</span>
      ) : null}
      {status === 'proposed' && !own ? (
        <Step payout={payout} step="approve" label={t.approve} {...{ locale, move, back }} />
      ) : null}
      {status === 'exported' ? <Step payout={payout} step="paid" label={t.paid} {...{ locale, move, back }} /> : null}
      {status === 'approved' || status === 'exported' ? (
        <form action={`/${locale}/admin/payouts/export`} method="post">
          <input type="hidden" name="id" value={payout.id} />
          <Button kind="line" size="sm" type="submit">
            {t.exportOne}
          </Button>
        </form>
      ) : null}
      {status === 'paid' || status === 'rejected' ? (
        <span className="small muted">{payout.reason}</span>
      ) : (
        <Reject payout={payout} {...{ locale, move, back }} />
      )}
    </div>
  )
}

type One = Omit<Desk, 'me'> & { payout: PayoutSummary }

function Step({ payout, locale, move, back, step, label }: One & { step: 'approve' | 'paid'; label: string }) {
  return (
    <form action={move}>
      <Hidden payout={payout} locale={locale} back={back} step={step} />
      <Button kind="solid" size="sm" type="submit" aria-label={`${label}: ${payout.shop.name}`}>
        {label}
      </Button>
    </form>
  )
}

function Hidden({ payout, locale, back, step }: { payout: PayoutSummary; locale: Locale; back: string; step: string }) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="id" value={payout.id} />
      <input type="hidden" name="step" value={step} />
    </>
  )
}

function Reject({ payout, locale, move, back }: One) {
  const t = moneyText[locale]
  const field = `reason-${payout.id}`
  return (
    <details className="text-left">
      <summary className="btn line sm cursor-pointer">{t.reject}</summary>
      <form action={move} className="mt-2 flex flex-wrap items-end gap-2">
        <Hidden payout={payout} locale={locale} back={back} step="reject" />
        <div className="field grow">
          <label htmlFor={field}>{t.rejectReason}</label>
          <input className="input" id={field} name="reason" required minLength={3} maxLength={300} />
        </div>
        <Button kind="solid" size="sm" type="submit" aria-label={`${t.reject}: ${payout.shop.name}`}>
          {t.reject}
        </Button>
      </form>
    </details>
  )
}
