import { type OptionLabels, optionsLine } from '@/components/cart/options-line'
import { GoodsThumb } from '@/components/seller/goods-thumb'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { SellerProduct } from '@/lib/catalog/schema'
import { formatMoney, pick } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { priceText } from '@/lib/i18n/messages/price'
import { sellerText } from '@/lib/i18n/messages/seller'
import { LOW_STOCK } from '@/lib/report/schema'

type SaveStock = (form: FormData) => Promise<void>
type Variant = SellerProduct['variants'][number]
type Table = { products: readonly SellerProduct[]; labels: OptionLabels; locale: Locale; back: string; save: SaveStock }
type Row = Omit<Table, 'products'> & { product: SellerProduct; variant: Variant }

/** One row a variant, its stock edited in place; below 900 px every row is a card of the same cells. */
export function ProductTable({ products, ...rest }: Table) {
  const t = sellerText[rest.locale]
  return (
    <section className="panel mt-3.5 overflow-hidden px-4! py-1! min-[900px]:px-3!">
      <table className="tbl max-[899px]:block">
        <thead className="max-[899px]:sr-only">
          <tr>
            <th scope="col">{t.product}</th>
            <th scope="col">{t.status}</th>
            <th scope="col" className="r">
              {t.price}
            </th>
            <th scope="col" className="r">
              {t.stock}
            </th>
          </tr>
        </thead>
        <tbody className="max-[899px]:block">
          {products.flatMap((product) =>
            product.variants.map((variant) => (
              <ProductRow key={variant.id} product={product} variant={variant} {...rest} />
            )),
          )}
        </tbody>
      </table>
    </section>
  )
}

const cell = 'max-[899px]:block max-[899px]:border-0! max-[899px]:p-0!'

function ProductRow({ product, variant, labels, locale, back, save }: Row) {
  const options = optionsLine(variant.options, labels, locale)
  const row =
    'max-[899px]:grid max-[899px]:grid-cols-[minmax(0,1fr)_auto] max-[899px]:items-center max-[899px]:gap-x-3 ' +
    'max-[899px]:gap-y-2 max-[899px]:border-b max-[899px]:border-line max-[899px]:py-3.5 last:border-0'
  return (
    <tr className={row}>
      <th
        scope="row"
        className={`bg-transparent! font-normal! whitespace-normal! text-ink! text-sm! max-[899px]:col-span-2 ${cell}`}
      >
        <span className="row gap-3!">
          <GoodsThumb image={product.images[0]?.key ?? null} />
          <span className="min-w-0">
            <a className="line-clamp-2 font-semibold" href={`/${locale}/seller/products/${product.id}`}>
              {pick(product.title, locale)}
            </a>
            <span className="small muted num block">
              {options === '' ? variant.sku : `${variant.sku} · ${options}`}
            </span>
            <a
              className="link small inline-flex min-h-6 items-center"
              href={`/${locale}/seller/products/${product.id}/prices`}
            >
              {priceText[locale].prices}
            </a>
          </span>
        </span>
      </th>
      <td className={cell}>
        <StatusBadge product={product} variant={variant} locale={locale} />
      </td>
      <td className={`r num font-semibold ${cell} max-[899px]:text-right!`}>{formatMoney(variant.price, locale)}</td>
      <td className={`r ${cell} max-[899px]:col-span-2`}>
        <StockForm product={product} variant={variant} locale={locale} back={back} save={save} />
      </td>
    </tr>
  )
}

const tones: Record<SellerProduct['status'], BadgeTone | undefined> = {
  active: 'ok',
  draft: undefined,
  review: 'cob',
  paused: 'warn',
  archived: undefined,
}

function StatusBadge({ product, variant, locale }: Pick<Row, 'product' | 'variant' | 'locale'>) {
  const t = sellerText[locale]
  if (product.status === 'active' && variant.stock === 0) return <Badge tone="bad">{t.out}</Badge>
  if (product.status === 'active' && variant.stock <= LOW_STOCK) return <Badge tone="warn">{t.low}</Badge>
  const tone = tones[product.status]
  return <Badge {...(tone && { tone })}>{t[product.status]}</Badge>
}

function StockForm({ product, variant, locale, back, save }: Omit<Row, 'labels'>) {
  const t = sellerText[locale]
  const title = `${pick(product.title, locale)}, ${variant.sku}`
  return (
    <form action={save} className="row justify-end max-[899px]:justify-between">
      <input type="hidden" name="sku" value={variant.sku} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={back} />
      <input
        key={variant.stock}
        className="input num h-11! w-28! text-right max-[899px]:grow"
        name="quantity"
        type="text"
        inputMode="numeric"
        pattern="[0-9]{1,7}"
        required
        defaultValue={variant.stock}
        aria-label={fill(t.stockOf, { title })}
      />
      <Button kind="line" size="sm" type="submit" className="min-h-11!" aria-label={fill(t.saveStockOf, { title })}>
        {t.saveStock}
      </Button>
    </form>
  )
}
