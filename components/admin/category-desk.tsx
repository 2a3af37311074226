import { Button } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import type { CatalogueDesk } from '@/lib/catalog/schema'
import { pick } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { productDeskText } from '@/lib/i18n/messages/product-desk'

type Save = (form: FormData) => Promise<void>
type Props = { desk: CatalogueDesk; locale: Locale }

const indent = (depth: number) => '\u00a0\u00a0'.repeat(Math.max(0, depth - 1))

export function CategoryTree({ desk, locale }: Props) {
  return (
    <ul>
      {desk.categories.map(({ id, slug, name, path }) => (
        <li key={id}>
          <a
            className="row min-h-9 rounded-control px-2 aria-[current]:bg-cob-soft aria-[current]:font-semibold"
            href={`/${locale}/admin/catalog?category=${slug}`}
            aria-current={slug === desk.chosen?.category.slug ? 'page' : undefined}
          >
            {indent(path.length)}
            {pick(name, locale)} <span className="small muted">{slug}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** A known category is renamed or moved; a new one begins below the chosen one. */
export function CategoryForm({ desk, locale, save, known }: Props & { save: Save; known: boolean }) {
  const t = productDeskText[locale]
  const chosen = desk.chosen?.category
  const own = known ? chosen : undefined
  const prefix = known ? 'c' : 'n'
  const parent = known ? (chosen?.parent ?? '') : (chosen?.slug ?? '')
  return (
    <section className="panel">
      <h2 className="mb-2 text-lg!">{own ? pick(own.name, locale) : t.newCategory}</h2>
      {own ? (
        <p className="small muted num mb-2">{fill(t.productsBelow, { count: desk.chosen?.products ?? 0 })}</p>
      ) : null}
      <form action={save} className="grid grid-cols-1 items-end gap-3 min-[900px]:grid-cols-3" key={own?.slug ?? 'new'}>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="chosen" value={chosen?.slug ?? ''} />
        <input type="hidden" name="id" value={own?.id ?? ''} />
        <Field id={`${prefix}-uz`} label={t.nameUz} name="uz" required maxLength={80} defaultValue={own?.name.uz} />
        <Field id={`${prefix}-ru`} label={t.nameRu} name="ru" required maxLength={80} defaultValue={own?.name.ru} />
        <Field id={`${prefix}-en`} label={t.nameEn} name="en" required maxLength={80} defaultValue={own?.name.en} />
        <Field id={`${prefix}-slug`} label={t.slug} name="slug" required maxLength={80} defaultValue={own?.slug} />
        <Select id={`${prefix}-parent`} label={t.parent} name="parent" defaultValue={parent}>
          <option value="">{t.root}</option>
          {desk.categories
            .filter(({ path }) => own === undefined || !path.includes(own.slug))
            .map(({ slug, name, path }) => (
              <option key={slug} value={slug}>
                {indent(path.length)}
                {pick(name, locale)}
              </option>
            ))}
        </Select>
        <Field
          id={`${prefix}-position`}
          label={t.position}
          name="position"
          inputMode="numeric"
          defaultValue={String(own?.position ?? 0)}
        />
        <Button kind="solid" type="submit" className="min-[900px]:col-span-3">
          {t.save}
        </Button>
      </form>
    </section>
  )
}
