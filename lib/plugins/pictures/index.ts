import type { Plugin } from '@/lib/kernel/plugin'
import { images } from './images'

export const pictures: Plugin = { name: 'pictures', provides: { images } }
