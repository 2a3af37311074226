import 'server-only'

export { type BankFile, exportPayouts } from './commands/export-payouts'
export { approvePayout, markPayoutPaid, rejectPayout } from './commands/move-payout'
export { proposePayouts } from './commands/propose-payouts'
export { saveDetails, saveSchedule } from './commands/save-terms'
export { getShopMoney } from './queries/get-shop-money'
export { getPayout, listPayouts } from './queries/list-payouts'
