import 'server-only'

export { cancelPayments } from './commands/cancel-payments'
export { capture, capturePayment } from './commands/capture-payment'
export { confirmRefund, requestRefund } from './commands/refund-payment'
export { requestPayment } from './commands/request-payment'
export { paymentIdOf, startPayment } from './commands/start-payment'
export { demoKey } from './demo-key'
export { getPayment, listPayments } from './queries/list-payments'
