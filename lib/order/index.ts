import 'server-only'

/** Returns: the shop or the operator answers, then inspects what came back. */
export { approveReturn, receiveReturn, rejectReturn } from './commands/answer-return'
export { cancelOrder } from './commands/cancel-order'
export { cancelParcel } from './commands/cancel-parcel'
export { confirmParcel } from './commands/confirm-parcel'
/** The buyer has the goods: the shop's share leaves escrow. */
export { confirmReceipt } from './commands/confirm-receipt'
export { deliverParcel } from './commands/deliver-parcel'
/** The buyer objects, the operator decides; only the disputed amount waits. */
export { openDispute, resolveDispute } from './commands/dispute-parcel'
export { expireOrder } from './commands/expire-order'
/** The shop that holds the cash of a refund says that the buyer has it. */
export { giveBackCash } from './commands/give-back-cash'
/** Of a return or dispute: seen by the buyer, that shop and the operator alone. */
export { keepPhotos } from './commands/keep-photos'
export { packParcel } from './commands/pack-parcel'
export { placeOrder } from './commands/place-order'
/** All, items or an amount of one parcel, by its shop or the operator. */
export { refundParcel } from './commands/refund-parcel'
export { requestReturn } from './commands/request-return'
/** It came back without reaching the buyer. */
export { returnParcel } from './commands/return-parcel'
export { shipParcel } from './commands/ship-parcel'
export { getOrder } from './queries/get-order'
export { listOrders } from './queries/list-orders'
export { countParcels, getParcel, listParcels } from './queries/list-parcels'
/** A shop's own, or all for an operator. */
export { countOpenReturns, getReturn, listDisputes, listReturns } from './queries/list-returns'
/** For a fiscal receipt. */
export { listPaidLines, listSoldLines } from './queries/list-sold-lines'
/** May somebody who knows a number and a phone ask once more? */
export { mayAsk } from './queries/may-ask'
/** What a refund would do, before it is done. */
export { previewRefund } from './queries/preview-refund'
/** What a promo code would take off a cart. */
export { quoteCoupon } from './queries/quote-coupon'
/** Who and where, for the few that have to know; an erased one is missing. */
export { readContacts } from './queries/read-contact'
export { readPhoto } from './queries/read-photo'
