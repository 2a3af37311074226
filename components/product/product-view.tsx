import { Breadcrumbs } from '@/components/layout/breadcrumbs'
import { BundleParts } from '@/components/product/bundle-parts'
import type { Choice } from '@/components/product/choose-variant'
import { Promises, ShopBox } from '@/components/product/facts'
import { Heart } from '@/components/product/heart'
import { priceNotes, tierRows } from '@/components/product/price-notes'
import { ProductStage, type StageWords } from '@/components/product/product-stage'
import { deliveryPromise } from '@/components/product/promise'
import { Reviews } from '@/components/product/reviews'
import { Specs } from '@/components/product/specs'
import { Badge } from '@/components/ui/badge'
import { Rating } from '@/components/ui/rating'
import type { Picture, ProductPage, Variant } from '@/lib/catalog/schema'
import type { OptionOf } from '@/lib/experiment/schema'
import { formatMoney, formatNumber } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'
import { savedText } from '@/lib/i18n/messages/saved'
import { trialText } from '@/lib/i18n/messages/trial'

/** What is tried on the page, or has been decided. */
export type ProductOptions = { button: OptionOf<'product-button'>; benefits: OptionOf<'product-benefits'> }

const FEW = 5

function stockLine(variant: Variant, locale: Locale): string {
  const t = catalogText[locale]
  return variant.available > FEW ? t.inStockYes : fill(t.lastOnes, { n: variant.available })
}

const toChoice = (variant: Variant, locale: Locale): Choice => ({
  id: variant.id,
  sku: variant.sku,
  options: variant.options,
  price: formatMoney(variant.price, locale),
  cost: variant.price.amount,
  was: variant.compareAt === null ? null : formatMoney(variant.compareAt, locale),
  stock: stockLine(variant, locale),
  inStock: variant.inStock,
  image: variant.image,
  notes: priceNotes(variant, locale),
  offers: tierRows(variant, locale),
})

function words(product: ProductPage, locale: Locale, { button }: ProductOptions): StageWords {
  const t = catalogText[locale]
  const tried = button === 'add' ? null : trialText[locale][button]
  return {
    gallery: t.gallery,
    pictures: product.images.map((_, index) => fill(t.picture, { n: index + 1 })),
    close: t.close,
    variants: t.variants,
    soldOut: t.soldOutHint,
    soldOutLong: product.inStock ? t.notify : t.soldOut,
    add: tried ?? t.add,
    addLong: tried ?? t.addLong,
    buyNow: t.buyNow,
    promise: deliveryPromise(product.shop.handlingDays, locale, t),
  }
}

function Head({ product, locale }: { product: ProductPage; locale: Locale }) {
  const t = catalogText[locale]
  return (
    <div>
      <div className="row badges">
        {product.discount > 0 ? <Badge tone="drop">{`−${product.discount}%`}</Badge> : null}
        {product.inStock ? null : <Badge tone="bad">{t.soldOut}</Badge>}
      </div>
      <h1>{product.title}</h1>
      <p className="row under-title">
        <a href="#reviews">
          <Rating value={product.rating} count={product.ratingCount} locale={locale} none={t.noRating} />
        </a>
        {product.soldCount > 0 ? (
          <span className="muted small">· {fill(t.soldCount, { n: formatNumber(product.soldCount) })}</span>
        ) : null}
      </p>
    </div>
  )
}

function Brief({ product, locale }: { product: ProductPage; locale: Locale }) {
  // What the picker above already says is not said again.
  const own = product.attributes.filter((attribute) => !product.axes.some((axis) => axis.code === attribute.code))
  if (own.length === 0) return null
  return (
    <div className="brief">
      <h2>{catalogText[locale].brief}</h2>
      <Specs attributes={own.slice(0, 4)} />
    </div>
  )
}

/** The others are out of sight, and loaded long before they are swiped to. */
const onlyFirstBlur = (image: Picture, at: number): Picture => (at === 0 ? image : { ...image, blur: null })

type View = { product: ProductPage; locale: Locale; options: ProductOptions }

function Facts({ product, locale, options }: View) {
  return (
    <>
      <Promises shop={product.shop} locale={locale} first={options.benefits} />
      <BundleParts variants={product.variants} locale={locale} />
      <ShopBox shop={product.shop} locale={locale} />
    </>
  )
}

function Below({ product, locale }: { product: ProductPage; locale: Locale }) {
  const t = catalogText[locale]
  return (
    <div className="below">
      <section>
        <h2 className="below-title">{t.description}</h2>
        {product.description.split(/\n+/).map((paragraph) => (
          <p key={paragraph} className="prose">
            {paragraph}
          </p>
        ))}
        {product.attributes.length === 0 ? null : (
          <>
            <h2 className="below-title next">{t.specs}</h2>
            <Specs attributes={product.attributes} />
          </>
        )}
      </section>
      <Reviews product={product} locale={locale} />
    </div>
  )
}

export function ProductView({ product, locale, options }: View) {
  return (
    <div className="wrap">
      <Breadcrumbs crumbs={product.crumbs} locale={locale} />
      <ProductStage
        action={`/${locale}/cart/add`}
        images={product.images.map(onlyFirstBlur)}
        axes={product.axes}
        choices={product.variants.map((variant) => toChoice(variant, locale))}
        words={words(product, locale, options)}
        head={<Head product={product} locale={locale} />}
        heart={
          <Heart id={product.id} label={fill(savedText[locale].saveNamed, { title: product.title })} locale={locale} />
        }
        brief={<Brief product={product} locale={locale} />}
        facts={<Facts product={product} locale={locale} options={options} />}
      />
      <Below product={product} locale={locale} />
    </div>
  )
}
