import type { Plugin } from '@/lib/kernel/plugin'
import { proposePayouts } from './commands/propose-payouts'
import { releaseReserves } from './commands/release-reserves'
import type { ShopReserve } from './ports'
import { getReserve } from './queries/get-terms'

declare module '@/lib/kernel/plugin' {
  interface Ports {
    'shop-reserve': ShopReserve
  }
}

/** Whom the schedules name; a person approves. A period that was proposed is not proposed again. */
const proposeDue = () => proposePayouts({}, { kind: 'system', id: 'schedule' })

export const payoutModule: Plugin = {
  name: 'payout',
  provides: { 'shop-reserve': getReserve },
  functions: { 'release-reserves': releaseReserves, 'propose-payouts': proposeDue },
  every: { 'release-reserves': 3_600, 'propose-payouts': 21_600 },
}
