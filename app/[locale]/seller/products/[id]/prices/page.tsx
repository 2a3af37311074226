import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { optionsLine } from '@/components/cart/options-line'
import { DeskShell } from '@/components/seller/desk-shell'
import { Notice } from '@/components/seller/notice'
import { BundleEditor } from '@/components/seller/prices/bundle-editor'
import { PriceForm } from '@/components/seller/prices/price-form'
import { PriceHistory } from '@/components/seller/prices/price-history'
import { findOwnVariants, getSellerProduct, readAttributes, readPriceStates } from '@/lib/catalog'
import { pick } from '@/lib/format'
import { priceText } from '@/lib/i18n/messages/price'
import { pageLocale } from '@/lib/i18n/page-locale'
import { now } from '@/lib/kernel/clock'
import { readPriceChanges } from '@/lib/price'
import { keptState } from '../../../../(buy)/kept-state'
import { openDesk } from '../../../open-desk'
import { saveBundlePart, savePrices } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: priceText[await pageLocale()].ofProduct }
}

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PricesPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams])
  const { locale, actor, shell } = await openDesk('products', `/products/${encodeURIComponent(id)}/prices`)
  const product = await getSellerProduct(id, actor)
  if (product === null) notFound()
  const t = priceText[locale]
  const asked = typeof query['q'] === 'string' ? query['q'].trim().slice(0, 80) : ''
  const ids = product.variants.map((variant) => variant.id)
  const parts = product.variants.flatMap(({ bundle }) => (bundle ?? []).map(({ sku }) => sku))
  const [states, changes, known, labels] = await Promise.all([
    readPriceStates(id, actor),
    readPriceChanges(ids, 90),
    findOwnVariants(asked, parts, actor),
    readAttributes(),
  ])
  const kept = await Promise.all(product.variants.map(({ sku }) => keptState(`prices-${sku}`)))
  const outcome = query['outcome']
  return (
    <DeskShell {...shell}>
      <h1>{t.ofProduct}</h1>
      <p>
        <a className="link" href={`/${locale}/seller/products`}>
          {pick(product.title, locale)}
        </a>
      </p>
      {outcome === undefined ? null : (
        <Notice text={outcome === 'saved' ? t.saved : t.badBundle} problem={outcome !== 'saved'} />
      )}
      {product.variants.map((variant, at) => {
        const state = states.get(variant.id)
        const options = optionsLine(variant.options, labels, locale)
        return (
          <section className="panel mt-3.5" key={variant.id} aria-label={variant.sku}>
            <h2 className="mb-3">{options === '' ? variant.sku : `${options} · ${variant.sku}`}</h2>
            <PriceForm
              product={id}
              variant={variant}
              most={state?.most ?? variant.price.amount}
              runs={state?.runs ?? false}
              action={savePrices}
              kept={(kept[at] as Parameters<typeof savePrices>[0] | null) ?? null}
              locale={locale}
              at={at}
            />
            <h3 className="mt-4">{t.history}</h3>
            <PriceHistory
              changes={changes.get(variant.id) ?? []}
              now={state?.price ?? variant.price.amount}
              today={now()}
              locale={locale}
            />
            <h3 className="mt-4" id={at === 0 ? 'bundle' : undefined}>
              {t.bundle}
            </h3>
            <p className="small muted">{t.bundleHelp}</p>
            <BundleEditor
              product={id}
              variant={variant}
              known={known}
              asked={asked}
              locale={locale}
              save={saveBundlePart}
            />
          </section>
        )
      })}
    </DeskShell>
  )
}
