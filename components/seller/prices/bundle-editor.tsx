import { Button } from '@/components/ui/button'
import type { SellerProduct } from '@/lib/catalog/schema'
import { pick } from '@/lib/format'
import { fill, type Locale, type Texts } from '@/lib/i18n'
import { priceText } from '@/lib/i18n/messages/price'

type Found = { sku: string; title: Texts }
type Props = {
  product: string
  variant: SellerProduct['variants'][number]
  /** The parts and what was looked for, by SKU. */
  known: readonly Found[]
  asked: string
  locale: Locale
  save: (form: FormData) => Promise<void>
}
type Line = Pick<Props, 'product' | 'variant' | 'locale' | 'save'> & { part: Found; quantity: number; inside: boolean }

function PartForm({ product, variant, part, quantity, inside, locale, save }: Line) {
  const t = priceText[locale]
  const title = `${pick(part.title, locale)}, ${part.sku}`
  return (
    <li className="row flex-wrap justify-between border-b border-line py-2">
      <span className="basis-full grow min-[600px]:basis-0">
        {pick(part.title, locale)} <span className="small muted num">{part.sku}</span>
      </span>
      <form action={save} className="row">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="product" value={product} />
        <input type="hidden" name="sku" value={variant.sku} />
        <input type="hidden" name="part" value={part.sku} />
        <input
          className="input num h-11! w-20! text-right"
          name="quantity"
          type="text"
          inputMode="numeric"
          pattern="[0-9]{1,3}"
          required
          defaultValue={quantity}
          aria-label={fill(t.quantityOf, { title })}
        />
        <Button kind="line" size="sm" type="submit" className="min-h-11!" aria-label={fill(t.addOf, { title })}>
          {inside ? t.change : t.add}
        </Button>
      </form>
      {inside ? (
        <form action={save}>
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="product" value={product} />
          <input type="hidden" name="sku" value={variant.sku} />
          <input type="hidden" name="part" value={part.sku} />
          <input type="hidden" name="quantity" value="0" />
          <Button kind="line" size="sm" type="submit" className="min-h-11!" aria-label={fill(t.removeOf, { title })}>
            {t.remove}
          </Button>
        </form>
      ) : null}
    </li>
  )
}

/** What a variant consists of, and a search for what to add. */
export function BundleEditor({ product, variant, known, asked, locale, save }: Props) {
  const t = priceText[locale]
  const inside = variant.bundle ?? []
  const other = known.filter(({ sku }) => sku !== variant.sku && !inside.some((part) => part.sku === sku))
  const line = { product, variant, locale, save }
  const field = `q-${variant.id}`
  return (
    <>
      {inside.length === 0 ? <p className="small muted">{t.noParts}</p> : null}
      <ul>
        {inside.map(({ sku, quantity }) => {
          const part = known.find((one) => one.sku === sku) ?? { sku, title: {} }
          return <PartForm key={sku} {...line} part={part} quantity={quantity} inside />
        })}
      </ul>
      <form method="get" className="row mt-3 flex-wrap items-end" action="#bundle">
        <span className="field grow">
          <label htmlFor={field}>{t.search}</label>
          <input className="input" id={field} name="q" type="search" defaultValue={asked} maxLength={80} />
        </span>
        <Button kind="line" type="submit">
          {t.find}
        </Button>
      </form>
      {asked !== '' && other.length === 0 ? <p className="mt-2">{t.nothingFound}</p> : null}
      <ul>
        {asked === ''
          ? null
          : other.map((part) => <PartForm key={part.sku} {...line} part={part} quantity={1} inside={false} />)}
      </ul>
    </>
  )
}
