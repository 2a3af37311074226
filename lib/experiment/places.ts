/** Where on the catalogue's pages something may be tried, and what; the first option is what nobody decided against. */
export const places = {
  'product-button': ['add', 'take', 'want'],
  'product-benefits': ['delivery', 'returns', 'safety'],
  'home-hero': ['season', 'price', 'trust'],
  'category-cards': ['roomy', 'dense'],
} as const

export type Place = keyof typeof places
export type OptionOf<P extends Place> = (typeof places)[P][number]

export const placeNames = Object.keys(places) as Place[]

export const isOption = (place: Place, option: string): boolean => places[place].some((one) => one === option)
