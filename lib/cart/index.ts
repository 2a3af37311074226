import 'server-only'

export type { CartRef } from './access'
export type { TakenCart } from './commands'
export { addItem, createCart, mergeCart, removeItem, setQuantity, takeCart } from './commands'
export { countCart, getCart } from './queries'
