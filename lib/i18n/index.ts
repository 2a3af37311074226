export const locales = ['uz', 'ru', 'en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'uz'

/** Texts of one thing by locale; a locale that nobody wrote is missing. */
export type Texts = { readonly [L in Locale]?: string | undefined }

export const localeNames: Record<Locale, string> = { uz: 'Oʻzbekcha', ru: 'Русский', en: 'English' }

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

/** Three locales with the same keys: a missing or extra key is a type error, dictionary.test.ts proves it at run time. */
export function dictionary<const Keys extends string>(texts: {
  uz: Record<Keys, string>
  ru: Record<NoInfer<Keys>, string>
  en: Record<NoInfer<Keys>, string>
}): Record<Locale, Record<Keys, string>> {
  return texts
}

/** Puts values into `{name}` places; a place without a value is a bug and is thrown. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`no value for {${name}} in "${text}"`)
    return String(value)
  })
}

export type PluralForms = { one: string; few?: string; many?: string; other: string }

const rules: Record<Locale, Intl.PluralRules> = {
  uz: new Intl.PluralRules('uz'),
  ru: new Intl.PluralRules('ru'),
  en: new Intl.PluralRules('en'),
}

export function plural(locale: Locale, n: number, forms: PluralForms): string {
  const rule = rules[locale].select(n)
  if (rule === 'one') return forms.one
  if (rule === 'few') return forms.few ?? forms.other
  if (rule === 'many') return forms.many ?? forms.other
  return forms.other
}
