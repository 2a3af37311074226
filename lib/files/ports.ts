import type { Result } from '@/lib/kernel/result'

/** Where bytes are kept by name, such as `goods/u-…-640.webp`. What is put twice is the same. */
export type FileStore = {
  /** Whole or not at all, and still there after a crash. */
  put(name: string, bytes: Uint8Array, type: string): Promise<Result<void, 'no-room'>>
  get(name: string): Promise<Uint8Array | null>
  has(name: string): Promise<boolean>
  /** What is not there is removed already. */
  remove(name: string): Promise<void>
}

/** From the left and the top, 0 to 1. */
export type Focal = readonly [number, number]

export type ImageFile = { width: number; format: 'avif' | 'webp' | 'jpg'; bytes: Uint8Array }

export type ImageFault = 'broken-picture' | 'too-many-pixels' | 'too-many-frames'

/** Pixels of somebody else: one at a time, bounded in size and time. */
export type Images = {
  /** Turned upright and encoded anew as a JPEG of at most `side` pixels: nothing but what can be seen is left. */
  take(
    bytes: Uint8Array,
    side: number,
  ): Promise<Result<{ bytes: Uint8Array; width: number; height: number }, ImageFault>>
  /** The widths and formats that pages ask for, and a dozen pixels to stand behind them as a data URI. */
  make(master: Uint8Array): Promise<{ files: ImageFile[]; widths: number[]; blur: string }>
  /** 1200 × 630 for the previews of links; without a point the whole picture is in it. */
  cut(master: Uint8Array, focal: Focal | null): Promise<Uint8Array>
}

declare module '@/lib/kernel/plugin' {
  interface Ports {
    'file-store': FileStore
    images: Images
  }
}
