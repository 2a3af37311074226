import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import { attributeTypes, type CatalogueDesk } from '@/lib/catalog/schema'
import { pick } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { productDeskText } from '@/lib/i18n/messages/product-desk'

type Save = (form: FormData) => Promise<void>
type Props = { desk: CatalogueDesk; locale: Locale; attach: Save; save: Save }

/** What the chosen category has and inherits, and the attribute behind each of them. */
export function AttributeDesk(props: Props) {
  const { desk, locale, attach } = props
  const t = productDeskText[locale]
  const chosen = desk.chosen
  if (chosen === null) return null
  const there = new Set(chosen.rules.map(({ code, from }) => (from === chosen.category.slug ? code : '')))
  return (
    <section className="panel">
      <h2 className="mb-2 text-lg!">{t.attributes}</h2>
      <ul className="stack mb-4 gap-2">
        {chosen.rules.map(({ code, name, type, required, from }) => (
          <li key={code} className="row flex-wrap">
            <b className="strong">{pick(name, locale)}</b>
            <span className="small muted">
              {code}, {t[type]}
            </span>
            {required ? <Badge tone="warn">{t.requiredBox}</Badge> : null}
            {from === chosen.category.slug ? (
              <form action={attach} className="ml-auto">
                <Hidden locale={locale} chosen={from} />
                <input type="hidden" name="code" value={code} />
                <input type="hidden" name="attached" value="no" />
                <Button kind="line" size="sm" type="submit" aria-label={`${t.detach}: ${pick(name, locale)}`}>
                  {t.detach}
                </Button>
              </form>
            ) : (
              <span className="small muted ml-auto">{fill(t.inherited, { name: from })}</span>
            )}
          </li>
        ))}
      </ul>
      <form action={attach} className="row flex-wrap items-end! gap-3!">
        <Hidden locale={locale} chosen={chosen.category.slug} />
        <Select className="grow" id="attach-code" label={t.attributes} name="code">
          {desk.attributes
            .filter(({ code }) => !there.has(code))
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {pick(name, locale)} ({code})
              </option>
            ))}
        </Select>
        <label className="row min-h-11 gap-2!">
          <input type="checkbox" name="required" className="size-6 accent-cobalt" />
          {t.requiredBox}
        </label>
        <Button kind="two" type="submit">
          {t.attach}
        </Button>
      </form>
      <AttributeForm {...props} />
    </section>
  )
}

const Hidden = ({ locale, chosen }: { locale: Locale; chosen: string }) => (
  <>
    <input type="hidden" name="locale" value={locale} />
    <input type="hidden" name="chosen" value={chosen} />
  </>
)

function AttributeForm({ desk, locale, save }: Props) {
  const t = productDeskText[locale]
  return (
    <details className="mt-4">
      <summary className="cursor-pointer font-semibold">{t.newAttribute}</summary>
      <form action={save} className="mt-3 grid grid-cols-1 gap-3 min-[900px]:grid-cols-3">
        <Hidden locale={locale} chosen={desk.chosen?.category.slug ?? ''} />
        <Field id="a-code" label={t.code} name="code" required pattern="[a-z][a-z0-9_]*" maxLength={40} list="codes" />
        <datalist id="codes">
          {desk.attributes.map(({ code }) => (
            <option key={code} value={code} />
          ))}
        </datalist>
        <Select id="a-type" label={t.type} name="type">
          {attributeTypes.map((type) => (
            <option key={type} value={type}>
              {t[type]}
            </option>
          ))}
        </Select>
        <Field id="a-unit" label={t.unit} name="unit" maxLength={12} />
        <Field id="a-uz" label={t.nameUz} name="uz" required maxLength={80} />
        <Field id="a-ru" label={t.nameRu} name="ru" required maxLength={80} />
        <Field id="a-en" label={t.nameEn} name="en" required maxLength={80} />
        <div className="field min-[900px]:col-span-3">
          <label htmlFor="a-options">{t.options}</label>
          <textarea
            className="input min-h-28! py-3!"
            id="a-options"
            name="options"
            rows={4}
            aria-describedby="a-options-msg"
          />
          <span className="msg" id="a-options-msg">
            {t.optionsHelp}
          </span>
        </div>
        <label className="row min-h-11 gap-2!">
          <input type="checkbox" name="filterable" className="size-6 accent-cobalt" />
          {t.filterable}
        </label>
        <Button kind="solid" type="submit">
          {t.save}
        </Button>
      </form>
    </details>
  )
}
