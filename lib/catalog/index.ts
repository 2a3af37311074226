import 'server-only'

export { quoteLines } from './queries/quote-lines'
export { consumeStock, extendReservation, releaseStock, reserveStock } from './commands/stock'
