import type { Plugin } from '@/lib/kernel/plugin'
import { projections } from './events/projections'

export const paymentModule: Plugin = { name: 'payment', projections, tables: ['payment_view'] }
