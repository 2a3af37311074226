import { Button, ButtonLink } from '@/components/ui/button'
import { fill, type Locale } from '@/lib/i18n'
import { importText } from '@/lib/i18n/messages/import'
import type { GoodsImport } from '@/lib/import/schema'

type Panel = { one: GoodsImport; locale: Locale; action: (form: FormData) => Promise<void> }

/** While it is in work: how far it is, as a bar and in words. */
export function ProgressPanel({ one, locale }: Omit<Panel, 'action'>) {
  const t = importText[locale]
  const { status, rows, total, done, pictures } = one
  const part = status === 'pictures' ? pictures : { done, total }
  const text =
    status === 'reading'
      ? fill(t.readSoFar, { rows })
      : fill(status === 'pictures' ? t.picturesSoFar : t.progress, { done: part.done, total: part.total })
  return (
    <section className="panel mt-4" role="status">
      <p className="mb-2 font-semibold">
        {t[status]} · <span className="num">{text}</span>
      </p>
      <progress
        className="h-3 w-full accent-cobalt"
        aria-label={t[status]}
        {...(status === 'reading' ? {} : { value: part.done, max: Math.max(part.total, 1) })}
      />
      <p className="small muted mt-2">{t.refreshing}</p>
    </section>
  )
}

export function OutcomePanel({ one, locale, action }: Panel) {
  const t = importText[locale]
  const here = `/${locale}/seller/import/${one.id}`
  return (
    <section className="panel mt-4">
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {(['created', 'updated', 'unchanged', 'refused'] as const).map((kind) => (
          <div key={kind}>
            <dd className="num text-2xl font-bold">{one[kind]}</dd>
            <dt className="small muted">{t[kind]}</dt>
          </div>
        ))}
      </dl>
      {one.dryRun ? <p className="mt-3">{t.runHelp}</p> : null}
      <div className="row mt-3 flex-wrap">
        {one.dryRun ? <StepForm step="run" kind="act" label={t.run} {...{ one, locale, action }} /> : null}
        {!one.dryRun && one.errors > 0 ? (
          <StepForm step="failed" kind="solid" label={t.again} {...{ one, locale, action }} />
        ) : null}
        <ButtonLink kind="line" href={`${here}?edit=1`}>
          {t.edit}
        </ButtonLink>
        {one.errors > 0 ? (
          <ButtonLink kind="line" href={`/${locale}/imports/${one.id}/failed.csv`} aria-describedby="failed-help">
            {t.failedFile}
          </ButtonLink>
        ) : null}
      </div>
      {one.errors > 0 ? (
        <p className="small muted mt-2" id="failed-help">
          {t.failedHelp}
        </p>
      ) : null}
    </section>
  )
}

type Step = Panel & { step: 'run' | 'failed'; kind: 'act' | 'solid'; label: string }

/** What was chosen for the dry run is what is written. */
function StepForm({ one, locale, action, step, kind, label }: Step) {
  const { currency = '', rate = '', category = '', locale: texts = '', stock, pictures } = one.choices
  const kept = { locale, id: one.id, step, currency, rate, category, texts, stock, pictures: pictures ? 'yes' : '' }
  return (
    <form action={action}>
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button kind={kind} type="submit">
        {label}
      </Button>
    </form>
  )
}
