/**
 * Goods in one file for engines: a range of `seq`, which never moves, so that a file changes only with its own goods.
 * One language of it is a sitemap below 10 MB, its variants are fewer than the 100,000 that a feed may hold. The index
 * `product_range_changed` is cut the same way.
 */
export const RANGE = 12_500

export const rangeOf = (part: number) => ({ from: part * RANGE, until: (part + 1) * RANGE })
