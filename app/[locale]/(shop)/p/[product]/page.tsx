import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { JsonLd } from '@/components/layout/json-ld'
import { GoneView } from '@/components/product/gone-view'
import { pictureUrl } from '@/components/product/picture'
import { productHref } from '@/components/product/product-card'
import { breadcrumbJsonLd, productJsonLd } from '@/components/product/product-json-ld'
import { ProductSection } from '@/components/product/product-section'
import { ProductView } from '@/components/product/product-view'
import { getHome, getProduct, getSimilar } from '@/lib/catalog'
import type { ProductAnswer } from '@/lib/catalog/schema'
import { formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { alternates } from '@/lib/i18n/alternates'
import { catalogText } from '@/lib/i18n/messages/catalog'
import { layoutText } from '@/lib/i18n/messages/layout'
import { pageLocale } from '@/lib/i18n/page-locale'
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

/** Engines cut at about 160 signs; a word is not cut. */
const shorten = (text: string) => (text.length <= 160 ? text : `${text.slice(0, 157).replace(/\s+\S*$/, '')}…`)

export async function generateMetadata(props: Props): Promise<Metadata> {
  const locale = await pageLocale()
  const answer = await read(props, locale)
  if (answer.kind === 'gone') return { title: answer.title ?? catalogText[locale].goneTitle, ...statusMeta(410) }
  const { product } = answer
  const written = product.locales.includes(locale)
  const image = product.images[0]
  return {
    title: fill(catalogText[locale].productTitle, { title: product.title, price: formatMoney(product.price, locale) }),
    description: shorten(product.description),
    alternates: alternates(locale, `/p/${product.slug}`, product.locales),
    ...(written ? {} : { robots: { index: false, follow: true } }),
    openGraph: {
      title: product.title,
      type: 'website',
      url: productHref(locale, product.slug),
      ...(image && { images: [{ url: pictureUrl(image.key), width: 640, height: 800, alt: image.alt }] }),
    },
  }
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
  const address = `${env.APP_URL}${productHref(locale, product.slug)}`
  return (
    <>
      <JsonLd value={productJsonLd(product, env.APP_URL, address)} />
      <JsonLd value={breadcrumbJsonLd(product, env.APP_URL, locale, layoutText[locale].home)} />
      <ProductView product={product} locale={locale} />
      <ProductSection
        id="similar"
        title={catalogText[locale].similar}
        items={(await getSimilar(product.slug, locale)).slice(0, 10)}
        locale={locale}
      />
      <div className="buybar-room only-phone" />
    </>
  )
}
