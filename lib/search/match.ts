import { words } from './normalize'

/** `choynak:* ` semantics: all words, the last as typed so far. Empty when nothing is left to look for. */
export function toTsQuery(q: string): string {
  const all = words(q).slice(0, 8).map((word) => word.slice(0, 40))
  return all.map((word, at) => (at === all.length - 1 ? `${word}:*` : word)).join(' & ')
}

// More than this many candidates are not ranked: nobody reads the thousandth hit.
const CANDIDATES = 1000

/**
 * SQL of `(product_id, score)`. Full text first; when it finds little, titles that look alike join with a lower
 * score. `tsquery` and `text` are the parameters' places, e.g. `$1`.
 */
export const matchSql = (tsquery: string, text: string): string => `
  select product_id, max(score)::int as score from (
    select product_id, (ts_rank(tsv, to_tsquery('simple', ${tsquery})) * 1000000)::int + 1000000 as score
      from (select product_id, tsv from search_document
             where tsv @@ to_tsquery('simple', ${tsquery}) limit ${CANDIDATES}) hit
    union all
    select product_id, (word_similarity(${text}, split_part(text, E'\\n', 1)) * 1000000)::int as score
      from (select product_id, text from search_document
             where ${text} <% split_part(text, E'\\n', 1)
               and (select count(*) < 5 from (select from search_document
                     where tsv @@ to_tsquery('simple', ${tsquery}) limit 5) few)
             limit 200) alike
  ) found group by product_id`
