import { type OptionLabels, optionsLine } from '@/components/cart/options-line'
import { GoodsThumb } from '@/components/seller/goods-thumb'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { LOW_STOCK, type SellerProduct } from '@/lib/catalog/schema'
import { formatMoney, pick, sumField } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { goodsText } from '@/lib/i18n/messages/goods-desk'
import { priceText } from '@/lib/i18n/messages/price'
import { sellerText } from '@/lib/i18n/messages/seller'

type Save = (form: FormData) => Promise<void>
type Variant = SellerProduct['variants'][number]
type Table = { products: readonly SellerProduct[]; labels: OptionLabels; locale: Locale; back: string; save: Save }
type Row = Omit<Table, 'products'> & { product: SellerProduct; variant: Variant }

/** One row a variant, its price and stock edited in place; below 900 px every row is a card of the same cells. */
export function ProductTable({ products, ...rest }: Table) {
  const t = sellerText[rest.locale]
  return (
    <section className="panel mt-3.5 overflow-hidden px-4! py-1! min-[900px]:px-3!">
      <table className="tbl goods-list">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{goodsText[rest.locale].withChosen}</span>
            </th>
            <th scope="col">{t.product}</th>
            <th scope="col">{t.status}</th>
            <th scope="col" className="r">
              {goodsText[rest.locale].price}
            </th>
            <th scope="col" className="r">
              {t.stock}
            </th>
            <th scope="col">
              <span className="sr">{t.saveStock}</span>
            </th>
          </tr>
        </thead>
        <tbody>
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

function ProductRow({ product, variant, labels, locale, back, save }: Row) {
  const t = goodsText[locale]
  const options = optionsLine(variant.options, labels, locale)
  const title = `${pick(product.title, locale)}, ${variant.sku}`
  const form = `row-${variant.id}`
  return (
    <tr>
      <td className="goods-choose">
        <label>
          <input
            type="checkbox"
            className="tick"
            name="sku"
            value={variant.sku}
            form="bulk"
            aria-label={fill(t.choose, { title })}
          />
        </label>
      </td>
      <th scope="row">
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
      <td className="goods-state">
        <StatusBadge product={product} variant={variant} locale={locale} />
      </td>
      <td className="r goods-cost">
        <PriceField variant={variant} form={form} title={title} locale={locale} />
      </td>
      <td className="r goods-left">
        <StockField variant={variant} form={form} title={title} locale={locale} />
      </td>
      <td className="r goods-keep">
        <form id={form} action={save}>
          <input type="hidden" name="product" value={product.id} />
          <input type="hidden" name="sku" value={variant.sku} />
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="back" value={back} />
          <Button kind="line" size="sm" type="submit" className="min-h-11!" aria-label={fill(t.saveOf, { title })}>
            {sellerText[locale].saveStock}
          </Button>
        </form>
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

type Cell = { variant: Variant; form: string; title: string; locale: Locale }

/** The shop's own price; what is struck through and what a list makes of it stand below. */
function PriceField({ variant, form, title, locale }: Cell) {
  const t = goodsText[locale]
  const { price, compareAtPrice, inForce } = variant
  const text = sumField(price)
  return (
    <>
      <span className="goods-name" aria-hidden="true">
        {t.price}
      </span>
      <input type="hidden" name="was-price" value={text} form={form} />
      <input
        key={text}
        className="input num"
        name="price"
        form={form}
        inputMode="decimal"
        maxLength={16}
        required
        defaultValue={text}
        aria-label={fill(t.priceOf, { title })}
      />
      {inForce === null ? null : (
        <span className="small muted block">{fill(t.now, { price: formatMoney(inForce.price, locale) })}</span>
      )}
      {compareAtPrice === null ? null : (
        <span className="small muted block">{fill(t.struck, { price: formatMoney(compareAtPrice, locale) })}</span>
      )}
    </>
  )
}

/** A bundle's stock is what its parts allow: nobody sets it. */
function StockField({ variant, form, title, locale }: Cell) {
  const t = sellerText[locale]
  const name = (
    <span className="goods-name" aria-hidden="true">
      {t.stock}
    </span>
  )
  if (variant.bundle !== null)
    return (
      <>
        {name}
        <span className="num">{variant.stock}</span>
      </>
    )
  return (
    <>
      {name}
      <input type="hidden" name="was-quantity" value={variant.stock} form={form} />
      <input
        key={variant.stock}
        className="input num"
        name="quantity"
        form={form}
        inputMode="numeric"
        pattern="[0-9]{1,7}"
        required
        defaultValue={variant.stock}
        aria-label={fill(t.stockOf, { title })}
      />
    </>
  )
}
