import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { optionsLine } from '@/components/cart/options-line'
import { DeskShell } from '@/components/seller/desk-shell'
import { Notice } from '@/components/seller/notice'
import { PictureEditor } from '@/components/seller/pictures/picture-editor'
import { Icon } from '@/components/ui/icon'
import { getProductPictures, readAttributes } from '@/lib/catalog'
import { pick } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { picturesText } from '@/lib/i18n/messages/pictures'
import { pageLocale } from '@/lib/i18n/page-locale'
import { openDesk } from '../../../open-desk'
import { savePictures } from './actions'
import '@/app/styles/desk-pictures.css'

export async function generateMetadata(): Promise<Metadata> {
  return { title: picturesText[await pageLocale()].pictures }
}

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ [key: string]: string | string[] | undefined }>
}

function Outcome({ code, locale }: { code: unknown; locale: Locale }) {
  if (typeof code !== 'string') return null
  const t = picturesText[locale]
  const said = Object.entries(t).find(([key]) => key === code)?.[1] ?? t.failed
  return <Notice text={said} problem={code !== 'saved' && code !== 'uploaded'} />
}

export default async function PicturesPage({ params, searchParams }: Props) {
  const { id } = await params
  const { locale, actor, shell } = await openDesk('products', `/products/${encodeURIComponent(id)}/pictures`)
  const product = await getProductPictures(id, actor)
  if (product === null) notFound()
  const t = picturesText[locale]
  const labels = await readAttributes()
  const variants = product.variants.map(({ options, sku, ...variant }) => ({
    ...variant,
    label: optionsLine(options, labels, locale) || sku,
  }))
  return (
    <DeskShell {...shell}>
      <p className="row flex-wrap gap-4!">
        <a className="link row min-h-11" href={`/${locale}/seller/products`}>
          <Icon name="left" small />
          {t.backToGoods}
        </a>
        {product.status === 'active' ? (
          <a className="link row min-h-11" href={`/${locale}/p/${product.slug}`}>
            {t.toProduct}
          </a>
        ) : null}
      </p>
      <h1>{t.pictures}</h1>
      <p className="muted">{pick(product.title, locale)}</p>
      <Outcome code={(await searchParams)['outcome']} locale={locale} />
      <PictureEditor
        key={JSON.stringify([product.pictures, product.variants])}
        locale={locale}
        product={{ ...product, variants }}
        save={savePictures}
      />
    </DeskShell>
  )
}
