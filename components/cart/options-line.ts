import { pick } from '@/lib/format'
import type { Locale, Texts } from '@/lib/i18n'

/** How an option's value is shown, from the catalogue's attributes. */
export type OptionLabels = { value(code: string, value: unknown, locale: Locale): string }

type Named = { title: Texts; options?: Record<string, string> }

/** `Kobalt, 1,2 litr` */
export const optionsLine = (options: Record<string, string>, labels: OptionLabels, locale: Locale): string =>
  Object.entries(options)
    .map(([code, value]) => labels.value(code, value, locale))
    .join(', ')

/** `Choynak (Kobalt, 1,2 litr)`: two of one product are told apart. */
export function lineName({ title, options = {} }: Named, labels: OptionLabels, locale: Locale): string {
  const which = optionsLine(options, labels, locale)
  return `${pick(title, locale)}${which === '' ? '' : ` (${which})`}`
}
