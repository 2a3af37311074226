import type { Locale } from '@/lib/i18n'
import type { ProductCard } from '../schema'
import { readCards } from './cards'

export const PAGE_SIZE = 24

/** Deeper pages are not offered: nobody turns them, and every page costs its place in the index. */
export const MAX_PAGES = 200

export const pagesOf = (total: number): number => Math.min(Math.max(Math.ceil(total / PAGE_SIZE), 1), MAX_PAGES)

/**
 * Page n of what a condition on `p` means and is written in the language, the most sold first: the goods that are counted
 * are those that stand on the pages. Their place in the index is counted up to the page's end.
 */
export function readPageOf(
  condition: string,
  value: string | readonly string[],
  page: number,
  locale: Locale,
): Promise<ProductCard[]> {
  const values = [value].flat()
  const end = page * PAGE_SIZE
  return readCards(
    `select id, place from (
       select p.id, row_number() over (order by p.sold_count desc, p.seq desc) as place
         from product p where p.status = 'active' and ${condition} and '${locale}' = any(p.locales)
        order by p.sold_count desc, p.seq desc limit $${values.length + 1}) counted
      where place > $${values.length + 2}`,
    [...values, end, end - PAGE_SIZE],
    locale,
  )
}
