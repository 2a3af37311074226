import { DeskCell, DeskRow, DeskTable } from '@/components/money/desk-table'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { SearchExplained } from '@/lib/catalog/schema'
import { formatNumber } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { searchDeskText } from '@/lib/i18n/messages/search-desk'
import type { MissedSearch, SearchRule, Synonym } from '@/lib/search/schema'

const points = (value: number, locale: Locale): string => {
  const text = String(Math.round(value * 100) / 100)
  return locale === 'en' ? text : text.replace('.', ',')
}

/** Every result with the parts of its score, the largest first. */
export function WhyTable({ why, locale }: { why: SearchExplained; locale: Locale }) {
  const t = searchDeskText[locale]
  if (why.results.length === 0) return <p className="muted">{t.nothing}</p>
  return (
    <DeskTable head={[{ label: t.product }, { label: t.parts }, { label: t.score, right: true }]}>
      {why.results.map(({ slug, title, pinned, score, parts }) => (
        <DeskRow key={slug}>
          <DeskCell className="wrap-anywhere">
            <a className="strong" href={`/${locale}/p/${slug}`}>
              {title}
            </a>{' '}
            {pinned ? <Badge tone="ok">{t.pinned}</Badge> : null}
          </DeskCell>
          <DeskCell wide className="small muted num">
            {parts
              .filter((part) => part.points >= 0.005)
              .sort((a, b) => b.points - a.points)
              .map((part) => `${t[part.name]} ${points(part.points, locale)}`)
              .join(' + ')}
          </DeskCell>
          <DeskCell right className="num">
            {pinned ? '—' : points(score, locale)}
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}

export function SynonymTable({
  lines,
  remove,
  locale,
}: {
  lines: readonly Synonym[]
  remove: (form: FormData) => Promise<void>
  locale: Locale
}) {
  const t = searchDeskText[locale]
  return (
    <DeskTable head={[{ label: t.terms }, { label: t.remove, right: true }]}>
      {lines.map(({ id, terms }) => (
        <DeskRow key={id}>
          <DeskCell className="wrap-anywhere">{terms.join(', ')}</DeskCell>
          <DeskCell right>
            <form action={remove}>
              <input type="hidden" name="locale" value={locale} />
              <input type="hidden" name="id" value={id} />
              <Button kind="line" size="sm" type="submit" aria-label={fill(t.removeLine, { name: terms[0] ?? id })}>
                {t.remove}
              </Button>
            </form>
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}

export function QueryRuleTable({ rules, locale }: { rules: readonly SearchRule[]; locale: Locale }) {
  const t = searchDeskText[locale]
  if (rules.length === 0) return null
  return (
    <DeskTable head={[{ label: t.query }, { label: t.redirect }, { label: t.pins }]}>
      {rules.map(({ query, redirect, pins }) => (
        <DeskRow key={query}>
          <DeskCell className="wrap-anywhere">
            <b className="strong">{query}</b>
          </DeskCell>
          <DeskCell>{redirect ?? '—'}</DeskCell>
          <DeskCell wide className="wrap-anywhere">
            {pins.join(', ') || '—'}
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}

export function MissedTable({ missed, locale }: { missed: readonly MissedSearch[]; locale: Locale }) {
  const t = searchDeskText[locale]
  if (missed.length === 0) return <p className="muted">{t.missedNone}</p>
  return (
    <DeskTable head={[{ label: t.query }, { label: t.last }, { label: t.times, right: true }]}>
      {missed.map(({ query, locale: asked, times, last }) => (
        <DeskRow key={`${asked} ${query}`}>
          <DeskCell className="wrap-anywhere">
            {query} <span className="small muted">{asked}</span>
          </DeskCell>
          <DeskCell className="num">{last}</DeskCell>
          <DeskCell right className="num">
            {formatNumber(times)}
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}
