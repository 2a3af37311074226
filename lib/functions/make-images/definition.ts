/** What pages need to know of a picture whose files are there. */
export type Made = { widths: number[]; blur: string }

/**
 * Writes the files that pages ask for, in every width and format, and the picture for links; repeating it writes the
 * same. Null: there is no such picture. Throws where the store has no room: the job comes again.
 */
export type MakeImages = (key: string) => Promise<Made | null>

export const mediaTypes = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' } as const

/** As it was taken; nobody outside is given it. */
export const masterName = (key: string) => `masters/${key}.jpg`
export const servedName = (file: string) => `goods/${file}`

/** The name says where the point is: another point has another address, so both may be kept for ever. */
export const previewKey = (key: string, focal: readonly [number, number] | null): string =>
  focal === null ? key : `${key}-f${focal.map((part) => Math.round(part * 100)).join('x')}`
