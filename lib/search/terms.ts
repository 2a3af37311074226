/** One word that is looked for, or its beginning. */
export type Term = { word: string; prefix: boolean }
/** Words that have to be there together. */
export type Wording = readonly Term[]
/** What one word of the asker may mean: as it was written, and every other wording that is taken for it. */
export type Group = { said: string; exact: Wording; wide: readonly Wording[] }

export type Field = 'A' | 'B' | 'C'

export const termText = ({ word, prefix }: Term, field: Field | '' = ''): string =>
  `'${word.replace(/['\\]/g, '')}'${prefix || field ? `:${prefix ? '*' : ''}${field}` : ''}`

const wordingText = (wording: Wording, field: Field | '') =>
  `(${wording.map((term) => termText(term, field)).join(' & ')})`

/** As the text of a tsquery, for all fields or for one. */
export const queryText = (wordings: readonly Wording[], field: Field | '' = ''): string =>
  [...new Set(wordings.filter((wording) => wording.length > 0).map((wording) => wordingText(wording, field)))].join(
    ' | ',
  )

export const groupText = ({ exact, wide }: Group, field: Field | '' = ''): string => queryText([exact, ...wide], field)

export const term = (word: string, prefix = false): Term => ({ word, prefix })
