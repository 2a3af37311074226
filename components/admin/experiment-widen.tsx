import { optionName } from '@/components/admin/experiment-list'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { Experiment, StageInput } from '@/lib/experiment/schema'
import { formatDate, formatPercent } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { experimentText } from '@/lib/i18n/messages/experiment'

type Props = { experiment: Experiment; locale: Locale; save: (form: FormData) => Promise<void> }

/** More visitors for what runs, and how these are shared out. */
export function WidenForm({ experiment: { id, share, variants, status }, locale, save }: Props) {
  const t = experimentText[locale]
  if (status !== 'running') return null
  if (share === 100) return <p className="small muted mt-4">{t.wholeShare}</p>
  return (
    <details className="mt-4">
      <summary className="link inline-flex min-h-11 items-center">{t.widen}</summary>
      <form action={save} className="stack mt-2 max-w-96 gap-3!">
        <p className="small muted">{t.widenHelp}</p>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="id" value={id} />
        <Field label={t.share} name="share" type="number" min={share + 1} max={100} required defaultValue="100" />
        {variants.map(({ option, weight }) => (
          <Field
            key={option}
            label={fill(t.weight, { option: optionName(option, locale) })}
            name={`weight-${option}`}
            type="number"
            min={1}
            max={100}
            required
            defaultValue={String(weight)}
          />
        ))}
        <Button kind="solid" type="submit" name="step" value="widen">
          {t.widenNow}
        </Button>
      </form>
    </details>
  )
}

const spoken = ({ share, variants }: StageInput, locale: Locale) =>
  `${formatPercent(share * 100, locale)} · ${variants.map(({ weight }) => weight).join(' : ')}`

/** That an experiment was changed on its way, and when: its people were compared within their own part. */
export function StageMarks({ experiment, locale }: Omit<Props, 'save'>) {
  const t = experimentText[locale]
  const { before } = experiment
  if (before.length === 0) return null
  return (
    <div className="mb-3 border-l-4 border-saffron pl-3">
      <p className="strong">{t.changedOnTheWay}</p>
      <ul className="small">
        {before.map((past, at) => (
          <li key={past.until} className="num">
            {fill(t.changedAt, {
              at: formatDate(past.until, locale, { time: true }),
              from: spoken(past, locale),
              to: spoken(before[at + 1] ?? experiment, locale),
            })}
          </li>
        ))}
      </ul>
      <p className="small muted">{t.stagesHelp}</p>
    </div>
  )
}
