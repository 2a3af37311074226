import { AttributeFields } from '@/components/editor/attribute-fields'
import type { CategoryChoice } from '@/components/editor/category-choices'
import { type EditorState, one } from '@/components/editor/editor-state'
import { TextFields } from '@/components/editor/text-fields'
import { VariantFields } from '@/components/editor/variant-fields'
import { Notice } from '@/components/seller/notice'
import { Button } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import { type Completeness, countriesIn, type ProductStatus } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'
import { productDeskText } from '@/lib/i18n/messages/product-desk'

type Props = {
  action: (form: FormData) => Promise<void>
  state: EditorState
  id: string | null
  locale: Locale
  categories: readonly CategoryChoice[]
  completeness: readonly Completeness[]
  /** Where the buttons may bring it. */
  moves: readonly ProductStatus[]
  status: ProductStatus | null
}

/** Posts without JavaScript; every answer is the same page with what was typed and an error beside its field. */
export function ProductForm({ action, state, id, locale, categories, completeness, moves, status }: Props) {
  const t = productDeskText[locale]
  return (
    <form key={state.tries} action={action} className="stack mt-3.5 gap-5" noValidate>
      <input type="hidden" name="locale" value={locale} />
      {id === null ? null : <input type="hidden" name="id" value={id} />}
      {/* Enter in a field saves; it is not one of the buttons below that add rows. */}
      <button type="submit" name="intent" value="save" className="sr" tabIndex={-1} aria-hidden="true" />
      {state.problem === null ? null : <Notice text={state.problem} problem />}
      <TextFields state={state} locale={locale} completeness={completeness} />
      <section className="panel">
        <h2 className="mb-3 text-lg!">{t.about}</h2>
        <div className="grid grid-cols-1 gap-4 min-[900px]:grid-cols-2">
          <div className="row items-end! gap-3!">
            <Select
              className="grow"
              label={t.category}
              name="category"
              help={t.categoryHelp}
              error={state.errors['category']}
              defaultValue={one(state, 'category')}
            >
              {categories.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </Select>
          </div>
          <Button kind="line" type="submit" name="intent" value="refresh" className="self-center">
            {t.showAttributes}
          </Button>
          <Field label={t.brand} name="brand" maxLength={80} defaultValue={one(state, 'brand')} />
          <Select label={t.origin} name="origin" error={state.errors['origin']} defaultValue={one(state, 'origin')}>
            <option value="">{t.none}</option>
            {countriesIn(locale).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
          <Field
            label={t.video}
            name="video"
            type="url"
            help={t.videoHelp}
            error={state.errors['video']}
            defaultValue={one(state, 'video')}
          />
        </div>
      </section>
      <AttributeFields state={state} locale={locale} categories={categories} />
      <VariantFields state={state} locale={locale} />
      <EditorButtons moves={moves} status={status} locale={locale} />
    </form>
  )
}

function EditorButtons({ moves, status, locale }: Pick<Props, 'moves' | 'status' | 'locale'>) {
  const t = productDeskText[locale]
  const labels: Record<ProductStatus, string> = {
    active: status === 'paused' ? t.resume : t.publish,
    review: t.toReview,
    draft: t.toDraft,
    paused: t.pause,
    archived: t.archive,
  }
  return (
    <div className="row flex-wrap gap-3!">
      <Button kind="solid" type="submit" name="intent" value="save">
        {t.save}
      </Button>
      {moves
        .filter((to) => to !== status && !(status === null && (to === 'draft' || to === 'archived')))
        .map((to) => (
          <Button
            key={to}
            kind={to === 'active' || to === 'review' ? 'act' : 'line'}
            type="submit"
            name="intent"
            value={to}
          >
            {labels[to]}
          </Button>
        ))}
    </div>
  )
}
