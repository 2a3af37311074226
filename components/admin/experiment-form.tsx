import { Button } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import { type Place, placeNames, places } from '@/lib/experiment/schema'
import { fill, type Locale } from '@/lib/i18n'
import { experimentText } from '@/lib/i18n/messages/experiment'

/** The place comes first: what can be tried follows from it. */
export function PlaceForm({ place, locale }: { place: Place; locale: Locale }) {
  const t = experimentText[locale]
  return (
    <form className="flex max-w-96 flex-wrap items-end gap-2">
      <Select label={t.place} name="place" defaultValue={place} className="grow">
        {placeNames.map((one) => (
          <option key={one} value={one}>
            {t[one]}
          </option>
        ))}
      </Select>
      <Button kind="two" type="submit">
        {t.choosePlace}
      </Button>
    </form>
  )
}

type Props = {
  place: Place
  usual: string
  locale: Locale
  /** What was written before a refusal, by the names of the fields. */
  written: (name: string) => string | undefined
  save: (form: FormData) => Promise<void>
}

export function ExperimentForm({ place, usual, locale, written, save }: Props) {
  const t = experimentText[locale]
  const options = [...places[place]].toSorted((a, b) => Number(b === usual) - Number(a === usual))
  return (
    <form action={save} className="stack max-w-96 gap-3!">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="usual" value={usual} />
      <Field label={t.name} name="name" required maxLength={80} defaultValue={written('name')} />
      <Field
        label={t.key}
        name="key"
        required
        minLength={4}
        maxLength={40}
        pattern="[a-z][a-z0-9\-]{2,38}[a-z0-9]"
        help={t.keyHelp}
        defaultValue={written('key')}
      />
      <fieldset className="stack gap-3!">
        <legend className="strong">{t.variants}</legend>
        <p className="small muted">{t.variantsHelp}</p>
        {options.map((option, at) => (
          <Field
            key={option}
            label={fill(t.weight, { option: at === 0 ? `${t[option]} (${t.control})` : t[option] })}
            name={`weight-${option}`}
            type="number"
            min={at === 0 ? 1 : 0}
            max={100}
            required
            defaultValue={written(`weight-${option}`) ?? (at < 2 ? '1' : '0')}
          />
        ))}
      </fieldset>
      <Field
        label={t.share}
        name="share"
        type="number"
        min={1}
        max={100}
        required
        help={t.shareHelp}
        defaultValue={written('share') ?? '100'}
      />
      <Field
        label={t.planned}
        name="planned"
        type="number"
        min={10}
        max={10_000_000}
        required
        help={t.plannedHelp}
        defaultValue={written('planned') ?? '1000'}
      />
      <Button kind="solid" type="submit">
        {t.save}
      </Button>
    </form>
  )
}
