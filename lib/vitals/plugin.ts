import type { Plugin } from '@/lib/kernel/plugin'
import { sweepVitals } from './commands'

export const vitals: Plugin = {
  name: 'vitals',
  functions: { 'sweep-vitals': sweepVitals },
  every: { 'sweep-vitals': 3_600 },
}
