import type { Plugin } from '@/lib/kernel/plugin'
import { policies } from './policies'
import { sendConversion } from './send-conversion'

export const measure: Plugin = { name: 'measure', policies, functions: { 'send-conversion': sendConversion } }
