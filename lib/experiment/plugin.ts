import type { Plugin } from '@/lib/kernel/plugin'
import { sweepExposures } from './record-shown'

export const experiment: Plugin = {
  name: 'experiment',
  functions: { 'sweep-exposures': sweepExposures },
  every: { 'sweep-exposures': 86_400 },
}
