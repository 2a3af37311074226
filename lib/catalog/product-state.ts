export const productStates = ['draft', 'review', 'active', 'paused', 'archived'] as const
export type ProductStatus = (typeof productStates)[number]

/** `trusted`: a seller whose goods are shown at once. */
export type Mover = 'seller' | 'trusted' | 'operator'

const sellers = ['seller', 'trusted'] as const
const everyone = ['seller', 'trusted', 'operator'] as const

/** Who may bring a product from one state into another; what is not here nobody may. */
const moves: Record<ProductStatus | 'new', Partial<Record<ProductStatus, readonly Mover[]>>> = {
  new: { draft: sellers, review: ['seller'], active: ['trusted'], archived: sellers },
  draft: { review: ['seller'], active: ['trusted', 'operator'], archived: everyone },
  // Taken back by its seller, or sent back with words.
  review: { draft: everyone, active: ['trusted', 'operator'], archived: everyone },
  active: { paused: everyone, draft: everyone, archived: everyone },
  // It was looked at before it was paused.
  paused: { active: everyone, draft: everyone, archived: everyone },
  archived: { draft: sellers, review: ['seller'], active: ['trusted'] },
}

/** The state that a wish leads to, or null. Who is not trusted asks for `active` and gets `review`. */
export function nextStatus(from: ProductStatus | null, wanted: ProductStatus, mover: Mover): ProductStatus | null {
  if (from === wanted) return wanted
  const allowed = (to: ProductStatus) => moves[from ?? 'new'][to]?.includes(mover) === true
  if (allowed(wanted)) return wanted
  if (wanted === 'active' && from === 'review') return 'review'
  return wanted === 'active' && allowed('review') ? 'review' : null
}

/** What buttons a person is offered. */
export const movesFrom = (from: ProductStatus | null, mover: Mover): ProductStatus[] =>
  productStates.filter((to) => moves[from ?? 'new'][to]?.includes(mover) === true)

/** On its way to buyers: everything that has to be there must be. */
export const isShown = (status: ProductStatus): boolean => status === 'active' || status === 'review'
