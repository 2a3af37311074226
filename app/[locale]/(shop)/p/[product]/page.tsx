import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { TrialMetas } from '@/components/experiment/trial-metas'
import { JsonLd } from '@/components/layout/json-ld'
import { GoneView } from '@/components/product/gone-view'
import { ogPictureUrl } from '@/components/product/picture'
import { productHref } from '@/components/product/product-card'
import { ProductSection } from '@/components/product/product-section'
import { ProductView } from '@/components/product/product-view'
import { breadcrumbJsonLd } from '@/components/seo/list-json-ld'
import { pageHead } from '@/components/seo/page-head'
import { openedVariant, productJsonLd } from '@/components/seo/product-json-ld'
import { getHome, getProduct, getSimilar } from '@/lib/catalog'
import type { ProductAnswer, ProductPage } from '@/lib/catalog/schema'
import { shownOption } from '@/lib/experiment'
import { formatMoney } from '@/lib/format'
import { fill, type Locale, locales } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'
import { pageLocale, pageOptions } from '@/lib/i18n/page-locale'
import { statusMeta } from '@/lib/i18n/status-meta'
import { env } from '@/lib/kernel/env'

type Props = { params: Promise<{ product: string }> }

type There = Exclude<ProductAnswer, { kind: 'moved' | 'missing' }>

async function read(props: Props, locale: Locale): Promise<There & { slug: string }> {
  const slug = decodeURIComponent((await props.params).product)
  const answer = await getProduct(slug, locale)
  if (answer.kind === 'moved') permanentRedirect(productHref(locale, answer.slug))
  if (answer.kind === 'missing') notFound()
  return { ...answer, slug }
}

// What the home page shows is made at build; the rest at its first visit.
export async function generateStaticParams() {
  const home = await getHome('uz')
  const slugs = new Set([...home.deals, ...home.popular, ...home.fresh].map((item) => item.slug))
  return slugs.size > 0 ? [...slugs].map((product) => ({ product })) : [{ product: 'none' }]
}

const pathsOf = ({ slugs }: ProductPage) => ({ uz: `/p/${slugs.uz}`, ru: `/p/${slugs.ru}`, en: `/p/${slugs.en}` })

export async function generateMetadata(props: Props): Promise<Metadata> {
  const locale = await pageLocale()
  const t = catalogText[locale]
  const answer = await read(props, locale)
  if (answer.kind === 'gone') return { title: answer.title ?? t.goneTitle, ...statusMeta(410) }
  const { product } = answer
  const { title, images, shop } = product
  const price = formatMoney((openedVariant(product) ?? product).price, locale)
  const line = fill(t.productTitle, { title, price })
  const picture = images[0]
  return pageHead({
    locale,
    path: pathsOf(product),
    title: line,
    description: `${line}. ${product.description || fill(t.productDescription, { shop: shop.name })}`,
    written: product.locales,
    preview: picture ? { url: ogPictureUrl(picture), alt: picture.alt } : null,
  })
}

async function Gone({ slug, title, locale }: { slug: string; title: string | null; locale: Locale }) {
  const similar = await getSimilar(slug, locale)
  const items = similar.length > 0 ? similar : (await getHome(locale)).popular
  return <GoneView title={title} items={items.slice(0, 10)} locale={locale} />
}

export default async function ProductPageRoute(props: Props) {
  const locale = await pageLocale()
  const answer = await read(props, locale)
  if (answer.kind === 'gone') return <Gone slug={answer.slug} title={answer.title} locale={locale} />
  const { product } = answer
  const { APP_URL: origin, RETURN_DAYS: returnDays } = env
  const options = await pageOptions()
  const button = await shownOption('product-button', options)
  const benefits = await shownOption('product-benefits', options)
  const place = { name: product.title, href: productHref(locale, product.slug) }
  return (
    <>
      <TrialMetas trials={[button.trial, benefits.trial]} />
      <JsonLd value={productJsonLd(product, { origin, returnDays }, locale)} />
      <JsonLd value={breadcrumbJsonLd(origin, locale, product.crumbs, place)} />
      <span hidden data-unwritten={locales.filter((each) => !product.locales.includes(each)).join(' ')} />
      <ProductView product={product} locale={locale} options={{ button: button.option, benefits: benefits.option }} />
      <ProductSection
        id="similar"
        title={catalogText[locale].similar}
        items={(await getSimilar(product.slug, locale)).slice(0, 6)}
        locale={locale}
      />
      <div className="buybar-room only-phone" />
    </>
  )
}
