import type { Plugin } from '@/lib/kernel/plugin'
import { sweepHeat } from './commands'

export const heatmap: Plugin = {
  name: 'heatmap',
  functions: { 'sweep-heat': sweepHeat },
  every: { 'sweep-heat': 86_400 },
}
