import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { fill, type Locale } from '@/lib/i18n'
import { refundText } from '@/lib/i18n/messages/refund'
import { sellerText } from '@/lib/i18n/messages/seller'
import type { Parcel } from '@/lib/order/schema'

export type ParcelStep = 'confirm' | 'pack' | 'ship' | 'deliver' | 'cancel'
export type MoveParcel = (form: FormData) => Promise<void>

type Step = { parcel: Parcel; locale: Locale; back: string; move: MoveParcel }
/** `escrowDays`: how long the money waits without the buyer's code. */
type OwnStep = Step & { escrowDays: number }

/** The one step that comes next, if the shop may take it now. */
export function nextStep({ status, released }: Pick<Parcel, 'status' | 'released'>): ParcelStep | null {
  if (!released) return null
  if (status === 'pending') return 'confirm'
  if (status === 'confirmed') return 'pack'
  if (status === 'packed') return 'ship'
  return status === 'shipped' ? 'deliver' : null
}

export const mayCancel = ({ status }: Pick<Parcel, 'status'>): boolean =>
  status === 'pending' || status === 'confirmed' || status === 'packed'

function Hidden({ parcel, locale, back, step }: Omit<Step, 'move'> & { step: ParcelStep }) {
  return (
    <>
      <input type="hidden" name="parcel" value={parcel.id} />
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={back} />
    </>
  )
}

/** One tap in the list; shipping by a carrier needs its number, so it leads to the parcel. */
export function QuickStep({ parcel, locale, back, move }: Step) {
  const t = sellerText[locale]
  const step = nextStep(parcel)
  const href = `/${locale}/seller/parcels/${parcel.id}`
  if (step === null)
    return (
      <a className="btn line sm" href={href}>
        {t.open}
      </a>
    )
  if (step === 'ship' && parcel.method !== 'pickup')
    return (
      <a className="btn two sm" href={`${href}#ship`}>
        {t.ship}
      </a>
    )
  return (
    <form action={move}>
      <Hidden parcel={parcel} locale={locale} back={back} step={step} />
      <Button kind="two" size="sm" type="submit">
        {step === 'ship' ? t.shipPickup : t[step]}
      </Button>
    </form>
  )
}

/** The next step on the parcel's own page. */
export function NextStep({ escrowDays, ...own }: OwnStep) {
  const { parcel, locale, back, move } = own
  const t = sellerText[locale]
  const step = nextStep(parcel)
  if (step === null && parcel.status === 'delivered' && parcel.paid && parcel.receivedAt === null)
    return <LateCode escrowDays={escrowDays} {...own} />
  if (step === null) return <p className="muted">{parcel.status === 'pending' ? t.waitPayment : t.done}</p>
  const ships = step === 'ship' && parcel.method !== 'pickup'
  return (
    <form action={move} className="form" id={step}>
      <Hidden parcel={parcel} locale={locale} back={back} step={step} />
      {ships ? <Carrier locale={locale} /> : null}
      {step === 'deliver' && parcel.paid ? <Code locale={locale} escrowDays={escrowDays} /> : null}
      <Button kind="act" full type="submit">
        {step === 'ship' && !ships ? t.shipPickup : t[step]}
      </Button>
    </form>
  )
}

function Code({ locale, escrowDays, required = false }: { locale: Locale; escrowDays: number; required?: boolean }) {
  const t = refundText[locale]
  return (
    <Field
      label={t['code-label']}
      name="code"
      help={fill(t.codeHelp, { days: escrowDays })}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={12}
      required={required}
    />
  )
}

/** Delivered without the code: the buyer may still say it. */
function LateCode({ parcel, locale, back, move, escrowDays }: OwnStep) {
  const t = refundText[locale]
  return (
    <>
      <p className="muted">{sellerText[locale].done}</p>
      <details className="mt-3">
        <summary className="link inline-flex min-h-11 items-center">{t.codeLater}</summary>
        <form action={move} className="form pt-2">
          <Hidden parcel={parcel} locale={locale} back={back} step="deliver" />
          <Code locale={locale} escrowDays={escrowDays} required />
          <Button kind="solid" full type="submit">
            {t.codeSend}
          </Button>
        </form>
      </details>
    </>
  )
}

function Carrier({ locale }: { locale: Locale }) {
  const t = sellerText[locale]
  return (
    <>
      <Field label={t.carrier} name="carrier" help={t.carrierHint} required maxLength={60} autoComplete="off" />
      <Field label={t.tracking} name="tracking" required maxLength={100} autoComplete="off" />
    </>
  )
}

/** Closed until asked for: it says what follows before it happens. */
export function CancelStep({ parcel, locale, back, move }: Step) {
  const t = sellerText[locale]
  if (!mayCancel(parcel)) return null
  return (
    <details className="panel">
      <summary className="row between min-h-11 cursor-pointer font-semibold">
        {t.cancelTitle}
        <Icon name="down" small />
      </summary>
      <form action={move} className="form pt-3">
        <p className="small muted">{t.cancelHelp}</p>
        <Field label={refundText[locale].cancelWords} name="reason" maxLength={500} autoComplete="off" />
        <Hidden parcel={parcel} locale={locale} back={back} step="cancel" />
        <Button kind="line" full type="submit">
          {t.cancel}
        </Button>
      </form>
    </details>
  )
}
