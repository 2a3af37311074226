import type { Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'

type End = {
  name: string
  /** What is typed already, */
  value: string | undefined
  /** and what there is at all. */
  hint: string | undefined
}

/** From and to, of a price or of any other number. */
export function RangeFields({
  from,
  to,
  inputMode,
  what,
  locale,
}: {
  from: End
  to: End
  inputMode: 'numeric' | 'decimal'
  /** Said before either end to whoever does not see the legend. */
  what?: string
  locale: Locale
}) {
  const t = catalogText[locale]
  const field = ({ name, value, hint }: End, end: string) => (
    <input
      className="input num"
      name={name}
      inputMode={inputMode}
      aria-label={what === undefined ? end : `${what}: ${end}`}
      placeholder={hint ?? end}
      defaultValue={value}
    />
  )
  return (
    <div className="row">
      {field(from, t.priceFrom)}
      <span className="muted">–</span>
      {field(to, t.priceTo)}
    </div>
  )
}
