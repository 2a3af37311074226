import 'server-only'

export { commissionFor, setCommission } from './commission'
export { deliveryQuote } from './delivery'
export { actorByKey, createKey, revokeKey } from './keys'
export { getShop, getShopById, getShopsById, listShops } from './queries'
