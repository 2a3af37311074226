import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import { formatMoney, formatPercent } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { moneyText } from '@/lib/i18n/messages/money'
import { termsText } from '@/lib/i18n/messages/payout-terms'
import { frequencies, type ShopSchedule } from '@/lib/payout/schema'

type Desk = { locale: Locale; save: (form: FormData) => Promise<void> }

/** Each shop's terms, and behind them the form that changes them. */
export function ScheduleDesk({ shops, ...desk }: Desk & { shops: readonly ShopSchedule[] }) {
  const t = termsText[desk.locale]
  return (
    <ul>
      {shops.map((shop) => (
        <li key={shop.slug} className="border-t border-line py-3 first:border-0" data-shop={shop.slug}>
          <span className="row between flex-wrap">
            <b className="strong">{shop.name}</b>
            {shop.own ? null : <Badge>{t.usual}</Badge>}
          </span>
          <span className="small muted num block">
            {fill(t.line, {
              every: moneyText[desk.locale][shop.schedule.every],
              minimum: formatMoney(shop.schedule.minimum, desk.locale),
              percent: formatPercent(shop.schedule.reserveBp, desk.locale),
              days: shop.schedule.reserveDays,
            })}
          </span>
          <Change shop={shop} {...desk} />
        </li>
      ))}
    </ul>
  )
}

function Change({ shop, locale, save }: Desk & { shop: ShopSchedule }) {
  const t = termsText[locale]
  const { slug, name, schedule } = shop
  const id = (field: string) => `${field}-${slug}`
  return (
    <details>
      <summary className="link inline-flex min-h-11 items-center">{fill(t.change, { shop: name })}</summary>
      <form action={save} className="stack max-w-96 gap-3!">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="shop" value={slug} />
        <Select label={t.every} name="every" id={id('every')} defaultValue={schedule.every}>
          {frequencies.map((one) => (
            <option key={one} value={one}>
              {moneyText[locale][one]}
            </option>
          ))}
        </Select>
        <Figure label={t.minimum} name="minimum" id={id('minimum')} hundredths={schedule.minimum.amount} />
        <Figure
          label={t.reserve}
          name="reserve"
          id={id('reserve')}
          hundredths={schedule.reserveBp}
          help={t.reserveHelp}
        />
        <Figure label={t.days} name="days" id={id('days')} hundredths={schedule.reserveDays * 100} />
        <Button kind="solid" size="sm" type="submit" aria-label={`${t.save}: ${name}`}>
          {t.save}
        </Button>
      </form>
    </details>
  )
}

type FigureOf = { label: string; name: string; id: string; hundredths: number; help?: string }

/** As it would be typed: whole, or with two digits behind the point. */
function Figure({ hundredths, ...field }: FigureOf) {
  const whole = Math.trunc(hundredths / 100)
  const rest = hundredths % 100
  const value = rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(2, '0')}`
  return <Field {...field} defaultValue={value} inputMode="decimal" autoComplete="off" required />
}
