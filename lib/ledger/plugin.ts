import type { Plugin } from '@/lib/kernel/plugin'
import { projections } from './projections'

/** After the modules whose events it books. */
export const ledger: Plugin = { name: 'ledger', projections }
