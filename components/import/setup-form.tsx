import { Button } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import { type Locale, localeNames, locales } from '@/lib/i18n'
import { fieldText, importText } from '@/lib/i18n/messages/import'
import { attributeColumn, fields, formats, type GoodsImport } from '@/lib/import/schema'

type Setup = {
  one: GoodsImport
  sample: Record<string, string>
  locale: Locale
  action: (form: FormData) => Promise<void>
}

/** What the columns mean and how prices are to be taken; sending it tries the file. */
export function SetupForm({ one, sample, locale, action }: Setup) {
  const t = importText[locale]
  return (
    <form action={action} className="stack mt-4 gap-4!">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="id" value={one.id} />
      <input type="hidden" name="step" value="try" />
      <input type="hidden" name="mapped" value="1" />
      <Prices one={one} locale={locale} />
      <section className="panel" aria-labelledby="columns">
        <h2 id="columns" className="text-lg! leading-6! mb-1">
          {t.columns}
        </h2>
        <p className="small muted mb-3">{t.columnsHelp}</p>
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {fields
            .filter((field) => isOffered(field, one))
            .map((field) => (
              <ColumnSelect key={field} {...{ one, sample, locale, field }} />
            ))}
        </div>
        <AttributeColumns one={one} locale={locale} />
      </section>
      <div>
        <Button kind="act" type="submit">
          {t.try}
        </Button>
      </div>
    </form>
  )
}

/** Nothing to choose: the name of the column says which attribute it is. */
function AttributeColumns({ one, locale }: Pick<Setup, 'one' | 'locale'>) {
  const t = importText[locale]
  const found = one.source.columns.filter((column) => attributeColumn.test(column))
  return (
    <p className="small muted mt-3 wrap-anywhere">
      {t.attributesHelp}
      {found.length > 0 && (
        <>
          {` ${t.attributeColumns} `}
          <b>{found.join(', ')}</b>
        </>
      )}
    </p>
  )
}

const short = (text: string | undefined) => (text ? ` · ${text.replace(/\s+/g, ' ').slice(0, 24)}` : '')

/** Few tables have more than three options: a further one is asked for once the one before it has a column. */
function isOffered(field: (typeof fields)[number], { mapping }: GoodsImport): boolean {
  const n = Number(/^option([4-6])/.exec(field)?.[1] ?? 0)
  return n === 0 || mapping[field] !== undefined || mapping[`option${n - 1}Name` as 'option3Name'] !== undefined
}

function ColumnSelect({ one, sample, locale, field }: Omit<Setup, 'action'> & { field: (typeof fields)[number] }) {
  return (
    <Select
      label={fieldText[locale][field]}
      name={`map.${field}`}
      id={`map-${field}`}
      defaultValue={one.mapping[field] ?? ''}
      className="min-w-0"
    >
      <option value="">{importText[locale].noColumn}</option>
      {one.source.columns.map((column) => (
        <option key={column} value={column}>
          {`${column}${short(sample[column])}`}
        </option>
      ))}
    </Select>
  )
}

function Prices({ one, locale }: Pick<Setup, 'one' | 'locale'>) {
  const t = importText[locale]
  const { currency, rate, category, locale: texts, stock, pictures } = one.choices
  return (
    <section className="panel" aria-labelledby="prices">
      <h2 id="prices" className="text-lg! leading-6! mb-3">
        {t.prices}
      </h2>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        <Select label={t.format} name="format" defaultValue={one.format}>
          {formats.map((format) => (
            <option key={format} value={format}>
              {t[format]}
            </option>
          ))}
        </Select>
        <Field
          label={t.currency}
          name="currency"
          defaultValue={currency ?? ''}
          maxLength={3}
          autoCapitalize="characters"
          list="currencies"
          help={t.currencyHelp}
        />
        <datalist id="currencies">
          {['UZS', 'USD', 'RUB', 'KZT', 'EUR', 'CNY', 'TRY'].map((code) => (
            <option key={code} value={code} />
          ))}
        </datalist>
        <Field label={t.rate} name="rate" inputMode="decimal" defaultValue={rate ?? ''} help={t.rateHelp} />
        <Field label={t.category} name="category" defaultValue={category ?? ''} help={t.categoryHelp} />
        <Select label={t.texts} name="texts" defaultValue={texts ?? ''}>
          <option value="">{t.auto}</option>
          {locales.map((one) => (
            <option key={one} value={one}>
              {localeNames[one]}
            </option>
          ))}
        </Select>
      </div>
      <Check name="pictures" value="yes" label={t.withPictures} checked={pictures !== false} />
      <Check name="stock" value="set" label={t.stockSet} checked={stock === 'set'} />
    </section>
  )
}

function Check({ name, value, label, checked }: { name: string; value: string; label: string; checked: boolean }) {
  return (
    <label className="row mt-2 min-h-11 items-center">
      <input type="checkbox" className="size-5" name={name} value={value} defaultChecked={checked} />
      {label}
    </label>
  )
}
