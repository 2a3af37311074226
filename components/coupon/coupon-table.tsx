import { DeskCell, DeskRow, DeskTable } from '@/components/money/desk-table'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { formatDate, formatMoney, formatPercent } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { couponText } from '@/lib/i18n/messages/coupon'
import { moneyText } from '@/lib/i18n/messages/money'
import { money } from '@/lib/kernel/money'
import type { CouponReport } from '@/lib/promotion/schema'

export type CouponAction = (form: FormData) => Promise<void>

type Props = {
  coupons: readonly CouponReport[]
  locale: Locale
  desk: 'seller' | 'admin'
  end: CouponAction
  accept: CouponAction
}

const tones = { proposed: 'warn', active: 'ok', ended: undefined } as const

/** What it gives, to whom, until when. */
function gives(coupon: CouponReport, locale: Locale): string {
  const t = couponText[locale]
  const { kind, percentBp, amount, segment, startsAt, endsAt } = coupon
  const size =
    kind === 'percent'
      ? formatPercent(percentBp ?? 0, locale)
      : kind === 'fixed'
        ? formatMoney(money(amount ?? 0, 'UZS'), locale)
        : t[kind]
  const until = endsAt === null ? moneyText[locale].openEnd : formatDate(endsAt, locale, { year: true })
  const period = `${formatDate(startsAt, locale, { year: true })} – ${until}`
  return [size, segment === 'everyone' ? null : t[segment], period].filter(Boolean).join(' · ')
}

function Step({ id, locale, desk, action, label }: Pick<Props, 'locale' | 'desk'> & StepOf) {
  return (
    <form action={action}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="desk" value={desk} />
      <Button size="sm" type="submit">
        {label}
      </Button>
    </form>
  )
}
function State({ status, label }: { status: CouponReport['status']; label: string }) {
  const tone = tones[status]
  return <Badge {...(tone && { tone })}>{label}</Badge>
}

type StepOf = { id: string; action: CouponAction; label: string }

/** The newest first, with what orders that stand have taken. */
export function CouponTable({ coupons, locale, desk, end, accept }: Props) {
  const t = couponText[locale]
  const head = [{ label: t.code }, { label: t.status }, { label: t.used, right: true }]
  return (
    <DeskTable head={[...head, { label: t.discounts, right: true }, { label: t.end }]}>
      {coupons.map((coupon) => (
        <DeskRow key={coupon.id}>
          <DeskCell>
            <b className="strong">{coupon.code}</b>
            <span className="small muted block">{gives(coupon, locale)}</span>
            {desk === 'admin' ? <span className="small muted block">{coupon.shopName ?? t.allShops}</span> : null}
          </DeskCell>
          <DeskCell className="max-[899px]:justify-self-end">
            <State status={coupon.status} label={t[coupon.status]} />
          </DeskCell>
          <DeskCell className="num min-[900px]:text-right!">
            {fill(t.usedOf, { used: coupon.used, limit: coupon.limitTotal ?? '∞' })}
          </DeskCell>
          <DeskCell right className="num">
            {formatMoney(coupon.discount, locale)}
            {coupon.subsidy.amount > 0 ? (
              <span className="small muted block">
                {fill(t.marketPart, { sum: formatMoney(coupon.subsidy, locale) })}
              </span>
            ) : null}
          </DeskCell>
          <DeskCell wide>
            <div className="row flex-wrap gap-2">
              {desk === 'seller' && coupon.status === 'proposed' ? (
                <Step {...{ locale, desk }} id={coupon.id} action={accept} label={t.accept} />
              ) : null}
              {coupon.status === 'ended' ? null : (
                <Step {...{ locale, desk }} id={coupon.id} action={end} label={t.end} />
              )}
            </div>
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}
