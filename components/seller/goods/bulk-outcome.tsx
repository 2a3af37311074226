import { refusalText, wishText } from '@/components/seller/goods/refusal-text'
import { Button } from '@/components/ui/button'
import type { BulkReport, RefusedRow } from '@/lib/catalog/schema'
import { UNDO_MINUTES } from '@/lib/catalog/schema'
import { pick } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { goodsText } from '@/lib/i18n/messages/goods-desk'

type Props = {
  locale: Locale
  report: BulkReport
  back: string
  categoryName: (slug: string) => string
  undo: (form: FormData) => Promise<void>
}

/** What the last action on many did, whom it left out and why, and the way back while there is one. */
export function BulkOutcome({ locale, report, back, categoryName, undo }: Props) {
  const t = goodsText[locale]
  const { done, refused, undone, restored, notRestored } = report
  const said = undone
    ? [
        fill(t.restored, { count: restored }),
        notRestored.length > 0 && fill(t.notRestored, { count: notRestored.length }),
      ]
    : [fill(t.rows, { count: done }), refused.length > 0 && fill(t.refusedRows, { count: refused.length })]
  return (
    <section className="bulk-said">
      <p className="row flex-wrap gap-x-2! gap-y-1!" role="status">
        <b>{wishText(report.wish, locale, categoryName)}</b>
        <span>{said.filter(Boolean).join(' · ')}</span>
      </p>
      {report.canUndo ? (
        <form action={undo} className="row flex-wrap gap-2!">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="back" value={back} />
          <input type="hidden" name="id" value={report.id} />
          <Button kind="line" size="sm" type="submit" className="min-h-11!">
            {t.undo}
          </Button>
          <span className="small muted">{fill(t.undoHelp, { minutes: UNDO_MINUTES })}</span>
        </form>
      ) : null}
      <Refused rows={undone ? notRestored : refused} locale={locale} />
    </section>
  )
}

function Refused({ rows, locale }: { rows: readonly RefusedRow[]; locale: Locale }) {
  if (rows.length === 0) return null
  return (
    <ul className="small">
      {rows.map((row) => (
        <li key={row.n}>
          <span className="num">{row.sku}</span>
          {row.title === null ? null : (
            <>
              {' · '}
              <a className="link" href={`/${locale}/seller/products/${row.productId}`}>
                {pick(row.title, locale)}
              </a>
            </>
          )}
          {': '}
          {refusalText(row, locale)}
        </li>
      ))}
    </ul>
  )
}
