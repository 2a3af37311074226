import type { Plugin } from '@/lib/kernel/plugin'
import { sweepOrigins } from './commands'

export const attribution: Plugin = {
  name: 'attribution',
  functions: { 'sweep-origins': sweepOrigins },
  every: { 'sweep-origins': 86_400 },
}
