import 'server-only'

export type { CartRef } from './access'
export { addItem, createCart, mergeCart, removeItem, setQuantity, takeCart } from './commands'
export { countCart, getCart } from './queries'
