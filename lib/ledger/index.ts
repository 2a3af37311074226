import 'server-only'

export { postPayout, postPayoutDebt, postReserveRelease } from './commands'
export { explain } from './explain'
export { checkLedger, findBreaches } from './invariants'
export { proveLedger, trialBalance } from './operator'
export { listLedger, shopBalances } from './queries'
export { replayLedger } from './replay'
