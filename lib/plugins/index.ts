import type { Plugin } from '@/lib/kernel/plugin'

/** The table of contents of the system: nothing runs that is not listed here. */
export const plugins: readonly Plugin[] = []
