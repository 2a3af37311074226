import type { Locale } from '@/lib/i18n'

/** How an option's value is shown, from the catalogue's attributes. */
export type OptionLabels = { value(code: string, value: unknown, locale: Locale): string }

/** `Kobalt, 1,2 litr` */
export const optionsLine = (options: Record<string, string>, labels: OptionLabels, locale: Locale): string =>
  Object.entries(options)
    .map(([code, value]) => labels.value(code, value, locale))
    .join(', ')
