import { type EditorState, one } from '@/components/editor/editor-state'
import { Field } from '@/components/ui/field'
import type { Completeness } from '@/lib/catalog/schema'
import { fill, type Locale, localeNames } from '@/lib/i18n'
import { productDeskText } from '@/lib/i18n/messages/product-desk'

type Props = { state: EditorState; locale: Locale; completeness: readonly Completeness[] }

/** One part a language, closed where nothing is written yet; the reader's own is always open. */
export function TextFields({ state, locale, completeness }: Props) {
  const t = productDeskText[locale]
  return (
    <section className="panel">
      <h2 className="text-lg!">{t.texts}</h2>
      <p className="small muted mb-3">{t.textsHelp}</p>
      <div className="stack gap-3">
        {completeness.map((each) => (
          <LanguagePart key={each.locale} state={state} locale={locale} part={each} />
        ))}
      </div>
    </section>
  )
}

function LanguagePart({ state, locale, part }: Omit<Props, 'completeness'> & { part: Completeness }) {
  const t = productDeskText[locale]
  const { locale: language, percent, lacks } = part
  const names = { title: t.lackTitle, description: t.lackDescription, alt: t.lackAlt, attributes: t.lackAttributes }
  const wrong = Object.keys(state.errors).some((name) => name.endsWith(`-${language}`))
  const open = wrong || language === locale || one(state, `title-${language}`) !== ''
  return (
    <details className="rounded-control border border-line p-3" open={open}>
      <summary className="cursor-pointer">
        <b className="strong">{localeNames[language]}</b>{' '}
        <meter className="mx-2 align-middle" min={0} max={100} value={percent} aria-label={localeNames[language]} />
        <span className="small muted num">
          {fill(t.filled, { percent })}
          {lacks.length === 0 ? '' : ` · ${fill(t.lacks, { list: lacks.map((lack) => names[lack]).join(', ') })}`}
        </span>
      </summary>
      <div className="stack mt-3 gap-4" lang={language}>
        <Field
          label={t.title}
          name={`title-${language}`}
          maxLength={200}
          error={state.errors[`title-${language}`]}
          defaultValue={one(state, `title-${language}`)}
        />
        <div className="field">
          <label htmlFor={`f-description-${language}`}>{t.description}</label>
          <textarea
            className="input min-h-32! py-3!"
            id={`f-description-${language}`}
            name={`description-${language}`}
            maxLength={10_000}
            rows={5}
            defaultValue={one(state, `description-${language}`)}
          />
        </div>
        <Field
          label={t.slug}
          name={`slug-${language}`}
          maxLength={120}
          help={t.slugHelp}
          error={state.errors[`slug-${language}`]}
          defaultValue={one(state, `slug-${language}`)}
        />
      </div>
    </details>
  )
}
