import type { MakePicture } from '@/lib/import/ports'
import type { Plugin } from '@/lib/kernel/plugin'
import { makePicture } from './make-picture'

declare module '@/lib/kernel/plugin' {
  interface Ports {
    'make-picture': MakePicture
  }
}

export const pictures: Plugin = { name: 'pictures', provides: { 'make-picture': makePicture } }
