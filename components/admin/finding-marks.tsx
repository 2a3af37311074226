import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { formatDate } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { findingText } from '@/lib/i18n/messages/finding'
import type { FindingMark, Provider } from '@/lib/payment/schema'

export type SeeForm = (form: FormData) => Promise<void>
type Found = { provider: Provider; ref: string; kind: string; open: boolean; marks: readonly FindingMark[] }

/** Who has looked at it before, and, while it is open, where to write what came of it. */
export function FindingMarks({ found, locale, see }: { found: Found; locale: Locale; see: SeeForm }) {
  const { marks, open } = found
  return (
    <div className="stack gap-2! text-left whitespace-normal!">
      {marks.length === 0 ? null : (
        <ul className="small">
          {marks.map(({ by, note, at }) => (
            <li key={at}>
              {note}
              <span className="muted num block">
                {by} · {formatDate(at, locale, { time: true })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {open ? <Mark found={found} locale={locale} see={see} /> : null}
      {!open && marks.length > 0 ? <Badge tone="ok">{findingText[locale].seen}</Badge> : null}
    </div>
  )
}

function Mark({ found, locale, see }: { found: Found; locale: Locale; see: SeeForm }) {
  const t = findingText[locale]
  const { provider, ref, kind } = found
  return (
    <form action={see} className="flex flex-wrap items-end gap-2 min-[900px]:max-w-80">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="provider" value={provider} />
      <input type="hidden" name="ref" value={ref} />
      <input type="hidden" name="kind" value={kind} />
      <Field
        label={t.note}
        name="note"
        id={`note-${provider}-${kind}-${ref}`}
        required
        minLength={2}
        maxLength={500}
        autoComplete="off"
        className="grow"
      />
      <Button kind="line" size="sm" type="submit" aria-label={fill(t.seeOf, { ref })}>
        {t.see}
      </Button>
    </form>
  )
}
