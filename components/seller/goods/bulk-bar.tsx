import type { CategoryChoice } from '@/components/editor/category-choices'
import { ChosenRows } from '@/components/seller/goods/chosen-rows'
import { Button } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import type { Locale } from '@/lib/i18n'
import { goodsText } from '@/lib/i18n/messages/goods-desk'

type Props = {
  locale: Locale
  back: string
  /** Of the action that one of its buttons begins. */
  id: string
  categories: readonly CategoryChoice[]
  run: (form: FormData) => Promise<void>
}

/** What can be done to the rows that are ticked; they belong to its form wherever they stand. */
export function BulkBar({ locale, back, id, categories, run }: Props) {
  const t = goodsText[locale]
  return (
    <form id="bulk" action={run} className="bulk" aria-label={t.bulk}>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="id" value={id} />
      {/* Enter in a field of the bar must not press the first button below. */}
      <button type="submit" disabled hidden />
      <ChosenRows all={t.chooseAll} none={t.withChosen} chosen={t.chosen} />
      <span className="grow" />
      {(['pause', 'activate', 'archive'] as const).map((kind) => (
        <Button key={kind} size="sm" type="submit" name="kind" value={kind}>
          {t[kind]}
        </Button>
      ))}
      <Part label={t.changePrice} kind="price" action={t.setPrice}>
        <Select label={t.direction} name="direction">
          <option value="down">{t.cheaper}</option>
          <option value="up">{t.dearer}</option>
        </Select>
        <Field label={t.percent} name="percent" inputMode="decimal" maxLength={7} autoComplete="off" />
        <label className="row small">
          <input type="checkbox" name="strike" className="tick" />
          {t.strike}
        </label>
      </Part>
      <Part label={t.changeStock} kind="stock" action={t.setStock}>
        <Field label={t.quantity} name="pieces" id="bulk-pieces" inputMode="numeric" maxLength={7} autoComplete="off" />
      </Part>
      <Part label={t.changeCategory} kind="category" action={t.setCategory}>
        <Select label={t.category} name="category" id="bulk-category">
          {categories.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
        <p className="small muted">{t.wholeProduct}</p>
      </Part>
    </form>
  )
}

type PartProps = { label: string; kind: string; action: string; children: React.ReactNode }

/** One at a time is open. */
function Part({ label, kind, action, children }: PartProps) {
  return (
    <details name="bulk-part">
      <summary className="btn sm">{label}</summary>
      <div className="stack gap-3">
        {children}
        <Button kind="solid" type="submit" name="kind" value={kind}>
          {action}
        </Button>
      </div>
    </details>
  )
}
