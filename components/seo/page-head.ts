import type { Metadata } from 'next'
import { ogPictureUrl } from '@/components/product/picture'
import type { ProductCard } from '@/lib/catalog/schema'
import { type Locale, locales } from '@/lib/i18n'
import { alternates, type PagePath, pathIn } from '@/lib/i18n/alternates'
import { layoutText } from '@/lib/i18n/messages/layout'

type Preview = { url: string; alt: string }

export type PageHead = {
  locale: Locale
  path: PagePath
  title: string
  /** The title without the market's name behind it. */
  whole?: boolean
  description: string
  /** Languages the page exists in. */
  written?: readonly Locale[]
  /** 1200 × 630, made when it was published. */
  preview?: Preview | null
}

const regions: Record<Locale, string> = { uz: 'uz_UZ', ru: 'ru_RU', en: 'en_US' }

const own: Preview = { url: '/motif/og.jpg', alt: 'Bozor' }

/** Engines cut at about 160 signs; a word is not cut. */
export const shorten = (text: string): string =>
  text.length <= 160 ? text : `${text.slice(0, 157).replace(/\s+\S*$/, '')}…`

/** The picture of what a list begins with. */
export function previewOf(items: readonly ProductCard[], alt: string): Preview | null {
  const picture = items.find(({ image }) => image !== null)?.image
  return picture ? { url: ogPictureUrl(picture), alt } : null
}

/** All that a page of the catalogue says of itself to engines and to whoever shows its link: the one place that does. */
export function pageHead({ locale, path, title, whole, description, written = locales, preview }: PageHead): Metadata {
  const { url, alt } = preview ?? own
  const text = shorten(description.replace(/\s+/g, ' ').trim())
  const images = [{ url, width: 1200, height: 630, alt, type: 'image/jpeg' }]
  return {
    title: whole ? { absolute: title } : title,
    description: text,
    alternates: alternates(locale, path, written),
    openGraph: {
      type: 'website',
      siteName: layoutText[locale].brand,
      title,
      description: text,
      url: pathIn(path, locale),
      locale: regions[locale],
      alternateLocale: written.filter((other) => other !== locale).map((other) => regions[other]),
      images,
    },
    twitter: { card: 'summary_large_image', title, description: text, images: [{ url, alt }] },
  }
}
