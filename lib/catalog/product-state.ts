export const productStates = ['draft', 'review', 'active', 'paused', 'archived'] as const
export type ProductStatus = (typeof productStates)[number]
