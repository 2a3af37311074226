import { notFound } from 'next/navigation'
import { locale } from 'next/root-params'
import { isLocale, type Locale } from '@/lib/i18n'

/** The locale of the address, for pages and layouts; anything but ours is a 404. */
export async function pageLocale(): Promise<Locale> {
  const value = await locale()
  if (!isLocale(value)) notFound()
  return value
}
