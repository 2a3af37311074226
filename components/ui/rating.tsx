import { formatNumber, formatRating } from '@/lib/format'
import type { Locale } from '@/lib/i18n'

/** One saffron star, the average (times 100) and the count; the star itself is drawn by CSS. */
export function Rating({ value, count, locale, none }: { value: number; count: number; locale: Locale; none: string }) {
  if (count === 0) return <span className="muted small">{none}</span>
  return (
    <span className="rate">
      <b>{formatRating(value, locale)}</b>
      {` (${formatNumber(count)})`}
    </span>
  )
}

/** A row of five; `label` is what a screen reader says instead. */
export function Stars({ value, label }: { value: number; label: string }) {
  return <span className="stars5" role="img" aria-label={label} style={{ ['--v' as string]: `${value * 20}%` }} />
}
