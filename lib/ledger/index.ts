import 'server-only'

export { postPayout, postPayoutDebt, postReserveRelease } from './commands'
export { explain } from './explain'
export { listLedger, shopBalances } from './queries'
