import { AXES, type EditorState, one } from '@/components/editor/editor-state'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { pick } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { productDeskText } from '@/lib/i18n/messages/product-desk'

type Props = { state: EditorState; locale: Locale }

/** Two axes to be combined, those that came with a file,  and a row for every combination that is sold. */
export function VariantFields({ state, locale }: Props) {
  const t = productDeskText[locale]
  return (
    <section className="panel">
      <h2 className="text-lg!">{t.variants}</h2>
      <p className="small muted mb-3">{t.variantsHelp}</p>
      <datalist id="axes">
        {state.rules
          .filter(({ type }) => type === 'choice' || type === 'colour')
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {pick(name, locale)}
            </option>
          ))}
      </datalist>
      <div className="grid grid-cols-1 gap-3 min-[900px]:grid-cols-[12rem_1fr]">
        {AXES.slice(0, 2).flatMap((n) => [
          <Field
            key={`axis-${n}`}
            label={fill(t.axis, { n })}
            name={`axis-${n}`}
            list="axes"
            maxLength={40}
            defaultValue={one(state, `axis-${n}`)}
          />,
          <Field
            key={`values-${n}`}
            label={fill(t.axisValues, { n })}
            name={`values-${n}`}
            maxLength={600}
            defaultValue={one(state, `values-${n}`)}
          />,
        ])}
        {AXES.slice(2).map((n) => (
          <input key={n} type="hidden" name={`axis-${n}`} value={one(state, `axis-${n}`)} />
        ))}
      </div>
      <div className="row my-3 flex-wrap gap-3!">
        <Button kind="line" size="sm" className="min-h-11!" type="submit" name="intent" value="combine">
          {t.combine}
        </Button>
        <Button kind="line" size="sm" className="min-h-11!" type="submit" name="intent" value="add">
          {t.addVariant}
        </Button>
      </div>
      <input type="hidden" name="rows" value={state.rows} />
      <ol className="stack gap-4">
        {Array.from({ length: state.rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number on the form
          <VariantRow key={row} row={row} state={state} locale={locale} />
        ))}
      </ol>
    </section>
  )
}

/** As buyers read it, where the market has a name for it. */
function axisName(state: EditorState, n: (typeof AXES)[number], locale: Locale): string {
  const axis = one(state, `axis-${n}`)
  const rule = state.rules.find(({ code }) => code === axis)
  return rule === undefined ? axis : pick(rule.name, locale)
}

function VariantRow({ row, state, locale }: Props & { row: number }) {
  const t = productDeskText[locale]
  const cell = (name: string) => ({
    name: `v${row}-${name}`,
    error: state.errors[`v${row}-${name}`],
    defaultValue: one(state, `v${row}-${name}`),
  })
  const known = one(state, `v${row}-known`)
  return (
    <li className="rounded-control border border-line p-3">
      {['known', 'was-price', 'was-stock', 'bundle'].map((name) => (
        <input key={name} type="hidden" name={`v${row}-${name}`} value={one(state, `v${row}-${name}`)} />
      ))}
      <div className="grid gap-3 grid-cols-2 min-[900px]:grid-cols-4">
        {AXES.filter((n) => one(state, `axis-${n}`) !== '').map((n) => (
          <Field key={n} label={axisName(state, n, locale)} maxLength={80} {...cell(`o${n}`)} />
        ))}
        <Field label={t.sku} maxLength={64} readOnly={known !== ''} {...cell('sku')} />
        <Field label={t.price} inputMode="decimal" maxLength={20} {...cell('price')} />
        <Field
          label={t.stock}
          inputMode="numeric"
          maxLength={7}
          readOnly={one(state, `v${row}-bundle`) !== ''}
          {...cell('stock')}
        />
        <Field label={t.gtin} inputMode="numeric" maxLength={20} {...cell('gtin')} />
        <Field label={t.ikpu} inputMode="numeric" maxLength={20} {...cell('ikpu')} />
      </div>
      <label className="row mt-2 min-h-11 gap-2! small">
        <input
          type="checkbox"
          className="size-6 accent-cobalt"
          name={`v${row}-remove`}
          defaultChecked={one(state, `v${row}-remove`) !== ''}
        />
        {t.remove}
      </label>
    </li>
  )
}
