import { normalize } from './normalize'

export type DocumentParts = { title: string; category: string; shop: string; attributes: string[]; description: string }

/** The text of a search document: its first line is the title, which weighs most and alone is matched by trigram. */
export function documentText({ title, category, shop, attributes, description }: DocumentParts): string {
  const rest = [category, shop, ...attributes, description.slice(0, 2000)].map(normalize).filter(Boolean)
  return `${normalize(title)}\n${rest.join(' ')}`
}

/** SQL that makes `tsv` from `text`; `column` names the text's column or parameter. */
export const tsvOf = (column: string): string =>
  `(setweight(to_tsvector('simple', split_part(${column}, E'\\n', 1)), 'A')
    || setweight(to_tsvector('simple', split_part(${column}, E'\\n', 2)), 'C'))`
