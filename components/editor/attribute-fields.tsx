import type { CategoryChoice } from '@/components/editor/category-choices'
import { type EditorState, one } from '@/components/editor/editor-state'
import { Field, Select } from '@/components/ui/field'
import type { AttributeRule } from '@/lib/catalog/schema'
import { pick } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { productDeskText } from '@/lib/i18n/messages/product-desk'
import { spelledUnit } from '@/lib/i18n/units'

type Props = { state: EditorState; locale: Locale; categories: readonly CategoryChoice[] }

/** The attributes of the chosen category, its own and inherited ones. */
export function AttributeFields({ state, locale, categories }: Props) {
  const t = productDeskText[locale]
  return (
    <section className="panel">
      <h2 className="mb-3 text-lg!">{t.attributes}</h2>
      {state.rules.length === 0 ? (
        <p className="muted">{t.noAttributes}</p>
      ) : (
        <div className="grid grid-cols-1 gap-4 min-[900px]:grid-cols-2">
          {state.rules.map((rule) => (
            <AttributeField key={rule.code} rule={rule} state={state} locale={locale} categories={categories} />
          ))}
        </div>
      )}
    </section>
  )
}

function helpOf(rule: AttributeRule, { state, locale, categories }: Props): string | undefined {
  const t = productDeskText[locale]
  const above = rule.from === one(state, 'category') ? undefined : categories.find(({ slug }) => slug === rule.from)
  const parts = [rule.required ? t.required : '', above ? fill(t.inherited, { name: above.name.trim() }) : '']
  return parts.filter(Boolean).join(', ') || undefined
}

function AttributeField(props: Props & { rule: AttributeRule }) {
  const { rule, state, locale } = props
  const t = productDeskText[locale]
  const name = `attr-${rule.code}`
  const label = `${pick(rule.name, locale) || rule.code}${rule.unit ? `, ${spelledUnit(rule.unit, locale)}` : ''}`
  const frame = { label, name, help: helpOf(rule, props), error: state.errors[name] }
  const options = Object.entries(rule.options)
  if (rule.type === 'boolean')
    return (
      <Select {...frame} defaultValue={one(state, name)}>
        <option value="">{t.none}</option>
        <option value="true">{t.yes}</option>
        <option value="false">{t.no}</option>
      </Select>
    )
  if (options.length === 0 || rule.type === 'text' || rule.type === 'number')
    return <Field {...frame} inputMode={rule.type === 'number' ? 'decimal' : 'text'} defaultValue={one(state, name)} />
  const chosen = state.values[name] ?? []
  return (
    <fieldset className={`field${frame.error === undefined ? '' : ' err'}`}>
      <legend>{label}</legend>
      <div className="flex max-h-44 flex-wrap gap-x-4 gap-y-1 overflow-y-auto">
        {options.map(([code, { hex, ...words }]) => (
          <label key={code} className="row min-h-8 gap-2! font-normal!">
            <input
              type="checkbox"
              className="size-6 accent-cobalt"
              name={name}
              value={code}
              defaultChecked={chosen.includes(code)}
            />
            {hex ? <span className="size-4 rounded-full border border-line" style={{ background: hex }} /> : null}
            {pick(words, locale) || code}
          </label>
        ))}
      </div>
      {(frame.error ?? frame.help) ? (
        <span className="msg" role={frame.error === undefined ? undefined : 'alert'}>
          {frame.error ?? frame.help}
        </span>
      ) : null}
    </fieldset>
  )
}
