import type { Plugin } from '@/lib/kernel/plugin'
import { sweepSaved } from './commands'

export const wishlist: Plugin = {
  name: 'wishlist',
  functions: { 'sweep-saved': sweepSaved },
  every: { 'sweep-saved': 3_600 },
}
