import 'server-only'

export { postPayout, postPayoutDebt, postReserveRelease } from './commands'
/** A person's store credit: what there is, and its history; given and taken back once a reference. */
export { creditOf, grantCredit, listCredit, lockCredit, takeCredit } from './credit'
export { explain } from './explain'
export { checkLedger, findBreaches } from './invariants'
export { proveLedger, trialBalance } from './operator'
export { listLedger, shopBalances } from './queries'
export { replayLedger } from './replay'
