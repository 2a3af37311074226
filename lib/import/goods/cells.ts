import { createHash } from 'node:crypto'
import type { Locale, Texts } from '@/lib/i18n'
import type { Field, Format, Mapping } from '../schema'
import type { SourceRow } from '../source/row'
import { unguard } from './guard-cell'
import { htmlToText, isMarkup } from './html-to-text'

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
type Spoken = { title: string; format: Format; locale: Locale | undefined }

const localised = {
  uz: ['titleUz', 'descriptionUz'],
  ru: ['titleRu', 'descriptionRu'],
  en: ['titleEn', 'descriptionEn'],
} as const

const present = (texts: Record<Locale, string>): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))

/** Titles and descriptions by language: said by the column, chosen for the file, or told from the letters. */
export function textsOf(row: SourceRow, read: Read, { title, format, locale }: Spoken): Written {
  // A table of ours is plain text, where «5 < 6 & 7 > 3» is no markup; other shops export theirs as HTML.
  const about = (field: Field) => {
    const text = read(row, field)
    return (format === 'own' && !isMarkup(text) ? text : htmlToText(text)).slice(0, 10_000).trim()
  }
  const titles = { uz: '', ru: '', en: '' }
  const descriptions = { uz: '', ru: '', en: '' }
  if (title !== '') {
    const spoken = locale ?? languageOf(`${title} ${about('description')}`)
    titles[spoken] = title
    descriptions[spoken] = about('description')
  }
  for (const one of ['uz', 'ru', 'en'] as const) {
    titles[one] = read(row, localised[one][0]) || titles[one]
    descriptions[one] = about(localised[one][1]) || descriptions[one]
  }
  return { title: present(titles), description: present(descriptions) }
}

/** `clay-plant-pot`, Regular → `CLAY-PLANT-POT-REGULAR`: the same for the same row, run after run. */
export function derivedSku(key: string, options: Record<string, string>): string {
  const whole = [key, ...Object.values(options)].join('-').toUpperCase()
  const plain = whole.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')
  if (plain.length <= 64) return plain
  // What is cut off may be all that tells two of them apart.
  return `${plain.slice(0, 55)}-${createHash('sha256').update(whole).digest('hex').slice(0, 8).toUpperCase()}`
}
