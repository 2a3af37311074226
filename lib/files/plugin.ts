import type { Plugin } from '@/lib/kernel/plugin'
import { sweepFiles } from './commands/sweep-files'

export const files: Plugin = {
  name: 'files',
  functions: { 'sweep-files': sweepFiles },
  every: { 'sweep-files': 1_800 },
}
