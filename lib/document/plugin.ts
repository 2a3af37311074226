import type { Plugin } from '@/lib/kernel/plugin'
import { policies } from './policies'

export const documentModule: Plugin = { name: 'document', policies }
