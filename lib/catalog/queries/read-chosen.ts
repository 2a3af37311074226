import type { Locale } from '@/lib/i18n'
import type { ProductCard } from '../schema'
import { readCards } from './cards'

/** Cards by id, in the order asked; what is not sold any more is left out. */
export const readChosen = (ids: readonly string[], locale: Locale): Promise<ProductCard[]> =>
  readCards(
    `select p.id, o.place from unnest($1::text[]) with ordinality o(id, place)
       join product p on p.id = o.id and p.status = 'active'`,
    [ids],
    locale,
  )
