import { notFound } from 'next/navigation'
import { locale } from 'next/root-params'
import { readMark } from '@/lib/experiment/schema'
import { isLocale, type Locale } from '@/lib/i18n'

const readSegment = async () => readMark((await locale()) ?? '')

/** The locale of the address, for pages and layouts; anything but ours is a 404. */
export async function pageLocale(): Promise<Locale> {
  const { locale: value } = await readSegment()
  if (!isLocale(value)) notFound()
  return value
}

/** What the front of pages asks to be shown otherwise than usual: it stands behind the locale. */
export const pageOptions = async (): Promise<readonly string[]> => (await readSegment()).options
