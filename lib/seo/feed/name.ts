import { defaultLocale, isLocale, type Locale } from '@/lib/i18n'
import type { FeedFormat } from './format'
import { google } from './google'
import { meta } from './meta'
import { yandex } from './yandex'

const formats: Record<string, FeedFormat> = { 'google.xml': google, 'meta.csv': meta, 'yandex.yml': yandex }

export const feedNames = Object.keys(formats)

export type FeedName = { format: FeedFormat; name: string; locale: Locale; part: number }

/** `google.xml` is Uzbek and the first file; `ru/google.xml` Russian; `google-2.xml`, `ru/google-2.xml` what follows. */
export function readFeedName(segments: readonly string[]): FeedName | null {
  const [file = '', locale = defaultLocale, ...more] = [...segments].reverse()
  const [, base, number, kind] = /^([a-z]+)(?:-([2-9]|[1-9]\d{1,5}))?(\.[a-z]+)$/.exec(file) ?? []
  const name = `${base}${kind}`
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined
  if (format === undefined || more.length > 0 || !isLocale(locale)) return null
  return { format, name, locale, part: Number(number ?? 1) - 1 }
}

export function feedPath(name: string, locale: Locale, part: number): string {
  const file = part === 0 ? name : name.replace('.', `-${part + 1}.`)
  return `/feeds/${locale === defaultLocale ? '' : `${locale}/`}${file}`
}
