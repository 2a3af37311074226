import type { Locale, Texts } from '@/lib/i18n'
import type { Field, Mapping } from '../schema'
import type { SourceRow } from '../source/row'
import { unguard } from './guard-cell'
import { htmlToText } from './html-to-text'

export type Read = (row: SourceRow, field: Field) => string

export const reader =
  (mapping: Mapping): Read =>
  ({ cells }, field) => {
    const column = mapping[field]
    return column === undefined ? '' : unguard(cells[column] ?? '').trim()
  }

const languageOf = (text: string): Locale =>
  /[\u0400-\u04ff]/.test(text) ? 'ru' : /[og][\u02bb\u02bc\u2018\u2019]/i.test(text) ? 'uz' : 'en'

type Written = { title: Texts; description: Texts }

const localised = {
  uz: ['titleUz', 'descriptionUz'],
  ru: ['titleRu', 'descriptionRu'],
  en: ['titleEn', 'descriptionEn'],
} as const

const present = (texts: Record<Locale, string>): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))

/** Titles and descriptions by language: said by the column, chosen for the file, or told from the letters. */
export function textsOf(row: SourceRow, read: Read, title: string, locale: Locale | undefined): Written {
  const titles = { uz: '', ru: '', en: '' }
  const descriptions = { uz: '', ru: '', en: '' }
  const about = htmlToText(read(row, 'description')).slice(0, 10_000).trim()
  if (title !== '') {
    const spoken = locale ?? languageOf(`${title} ${about}`)
    titles[spoken] = title
    descriptions[spoken] = about
  }
  for (const one of ['uz', 'ru', 'en'] as const) {
    titles[one] = read(row, localised[one][0]) || titles[one]
    descriptions[one] = htmlToText(read(row, localised[one][1])).slice(0, 10_000).trim() || descriptions[one]
  }
  return { title: present(titles), description: present(descriptions) }
}

/** `clay-plant-pot`, Regular → `CLAY-PLANT-POT-REGULAR`: the same for the same row, run after run. */
export const derivedSku = (key: string, options: Record<string, string>): string =>
  [key, ...Object.values(options)]
    .join('-')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 64)
    .replace(/^-+|-+$/g, '')
