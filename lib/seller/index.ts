import 'server-only'

export { commissionFor } from './commission'
export { listCommissions, setCommission } from './commission-rules'
export { deliveryQuote } from './delivery'
export { actorByKey, createKey, revokeKey } from './keys'
export { getShop, getShopById, getShopsById, listShops } from './queries'
