import { notFound } from 'next/navigation'
import { locale } from 'next/root-params'
import { readMark } from '@/lib/experiment/schema'
import { isLocale, type Locale } from '@/lib/i18n'

/** The locale of the address, for pages and layouts; anything but ours is a 404. What is tried stands behind it. */
export async function pageLocale(): Promise<Locale> {
  const { locale: value } = readMark((await locale()) ?? '')
  if (!isLocale(value)) notFound()
  return value
}
