import { type Locale, locales } from '@/lib/i18n'

// Codes that the standard keeps for unions, private use and states of the past.
const none = new Set(['AC', 'AN', 'BU', 'CP', 'CS', 'DD', 'DG', 'DY', 'EA', 'EU', 'EZ', 'FX', 'HV', 'IC', 'NH', 'NT'])
for (const code of ['QO', 'QU', 'RH', 'SU', 'TA', 'TP', 'UK', 'UN', 'VD', 'XA', 'XB', 'YD', 'YU', 'ZR', 'ZZ'])
  none.add(code)

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const names = (locale: Locale, fallback: 'code' | 'none' = 'code') =>
  new Intl.DisplayNames([locale], { type: 'region', fallback })

/** ISO 3166 codes of countries, as far as this machine knows their names. */
export const countryCodes: readonly string[] = (() => {
  const known = names('en', 'none')
  return letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => !none.has(code) && known.of(code))
})()

const kept = new Map<Locale, Intl.DisplayNames>()

export function countryName(code: string, locale: Locale): string {
  const known = kept.get(locale) ?? names(locale)
  kept.set(locale, known)
  return known.of(code)?.replace(/[‘’']/g, 'ʻ') ?? code
}

/** For a list to choose from: the neighbours' goods first, the rest by name. */
export const countriesIn = (locale: Locale): { code: string; name: string }[] =>
  countryCodes
    .map((code) => ({ code, name: countryName(code, locale) }))
    .sort((a, b) => Number(b.code === 'UZ') - Number(a.code === 'UZ') || a.name.localeCompare(b.name, locale))

/** By code, or by its name in one of the languages. */
export function readCountry(text: string): string | null {
  const said = text.trim()
  const code = said.toUpperCase()
  if (countryCodes.includes(code)) return code
  const plain = (name: string) => name.toLowerCase().replace(/[ʻʼ‘’'`]/g, '')
  const named = (one: string) => locales.some((locale) => plain(countryName(one, locale)) === plain(said))
  return countryCodes.find(named) ?? null
}
