import type { Plugin } from '@/lib/kernel/plugin'
import { releaseReserves } from './commands/release-reserves'
import type { ShopReserve } from './ports'
import { getReserve } from './queries/get-terms'

declare module '@/lib/kernel/plugin' {
  interface Ports {
    'shop-reserve': ShopReserve
  }
}

export const payoutModule: Plugin = {
  name: 'payout',
  provides: { 'shop-reserve': getReserve },
  functions: { 'release-reserves': releaseReserves },
  every: { 'release-reserves': 3_600 },
}
