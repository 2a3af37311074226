import type { GoodsFilter } from '@/lib/catalog/schema'

/** `?show=active&stock=low…`: a list of goods in the address, empty where nothing narrows it. */
export function goodsQuery({ status, ...rest }: GoodsFilter, cursor?: string): string {
  const all = { show: status, ...rest, cursor }
  const said = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  // The one sign that the encoding leaves and a way back does not take.
  const query = new URLSearchParams(said).toString().replaceAll('*', '%2A')
  return query === '' ? '' : `?${query}`
}

export const isNarrowed = (filter: GoodsFilter): boolean => goodsQuery(filter) !== ''
