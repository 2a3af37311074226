import { words } from './normalize'

/** `choynak:* ` semantics: all words, the last as typed so far. Empty when nothing is left to look for. */
export function toTsQuery(q: string): string {
  const all = words(q)
    .slice(0, 8)
    .map((word) => word.slice(0, 40))
  return all.map((word, at) => (at === all.length - 1 ? `${word}:*` : word)).join(' & ')
}

// More than this many candidates are not ranked: nobody reads the thousandth hit.
const CANDIDATES = 1000

/**
 * SQL of `(product_id, score)`. Full text first; when it finds little, titles that look alike join with a lower
 * score. `tsquery` and `text` are the parameters' places, e.g. `$1`. The threshold is lowered for this statement only,
 * before the index is asked: at its default of 0.5 a wrong letter in a short word finds nothing.
 */
export const matchSql = (tsquery: string, text: string): string => `
  select product_id, max(score)::int as score from (
    select product_id, (ts_rank(tsv, to_tsquery('simple', ${tsquery})) * 1000000)::int + 1000000 as score
      from (select product_id, tsv from search_document
             where tsv @@ to_tsquery('simple', ${tsquery}) limit ${CANDIDATES}) hit
    union all
    select product_id, (strict_word_similarity(${text}, title) * 1000000)::int as score
      from (select set_config('pg_trgm.strict_word_similarity_threshold', '0.4', true) as lowered) setting
      cross join lateral (
        select product_id, split_part(text, E'\\n', 1) as title from search_document
         where lowered is not null and ${text} <<% split_part(text, E'\\n', 1)
           and (select count(*) < 5 from (select from search_document
                 where tsv @@ to_tsquery('simple', ${tsquery}) limit 5) few)
         limit 200) alike
  ) found group by product_id`
