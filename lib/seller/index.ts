import 'server-only'

export { actorByKey, createKey, revokeKey } from './keys'
export { commissionFor, setCommission } from './commission'
export { deliveryQuote } from './delivery'
export { getShop, getShopById, getShopsById, listShops } from './queries'
