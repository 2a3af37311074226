import sharp, { type Sharp } from 'sharp'
import type { Focal, ImageFile, Images } from '@/lib/files/ports'
import { fail, ok } from '@/lib/kernel/result'

// One picture a core is faster than many threads on one picture, and leaves the others for pages.
sharp.concurrency(1)

const MAX_PIXELS = 40_000_000
const MAX_FRAMES = 200
const SECONDS = 15
const white = '#ffffff'

const open = (bytes: Uint8Array) => sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 })

/** The header alone, so that what is too large can be told from what is broken. */
const head = (bytes: Uint8Array) => sharp(bytes, { limitInputPixels: false }).metadata()

const queue = { tail: Promise.resolve() as Promise<unknown> }

/** A decoded picture takes up to 160 MB: there is never more than one. */
function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const turn = queue.tail.then(work, work)
  queue.tail = turn.catch(() => undefined)
  return turn
}

const take: Images['take'] = (bytes, side) =>
  inTurn(async () => {
    const told = await head(bytes).catch(() => null)
    if (told === null) return fail('broken-picture')
    const { width = 0, pageHeight, height = 0, pages = 1 } = told
    if (width * (pageHeight ?? height) > MAX_PIXELS) return fail('too-many-pixels')
    if (pages > MAX_FRAMES) return fail('too-many-frames')
    try {
      const { data, info } = await open(bytes)
        .rotate()
        .resize(side, side, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: white })
        .toColourspace('srgb')
        .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
        .timeout({ seconds: SECONDS })
        .toBuffer({ resolveWithObject: true })
      return ok({ bytes: data, width: info.width, height: info.height })
    } catch {
      return fail('broken-picture')
    }
  })

const encode = (image: Sharp, format: ImageFile['format']): Promise<Buffer> =>
  format === 'avif'
    ? image.avif({ quality: 52, effort: 2 }).toBuffer()
    : format === 'webp'
      ? image.webp({ quality: 76, effort: 3 }).toBuffer()
      : image.jpeg({ quality: 78, mozjpeg: true }).toBuffer()

/** So large that a card of that width and four to five is filled; a panorama no longer than three of them. */
async function filesOf(master: Uint8Array, width: number): Promise<ImageFile[]> {
  const { width: w = 1, height: h = 1 } = await open(master).metadata()
  const scale = Math.min(1, Math.max(width / w, (width * 1.25) / h), (width * 3) / Math.max(w, h))
  const { data, info } = await open(master)
    .resize(Math.max(1, Math.round(w * scale)))
    .raw()
    .timeout({ seconds: SECONDS })
    .toBuffer({ resolveWithObject: true })
  const image = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
  const files: ImageFile[] = []
  for (const format of ['avif', 'webp', 'jpg'] as const)
    files.push({ width, format, bytes: await encode(image.clone(), format) })
  return files
}

const make: Images['make'] = (master) =>
  inTurn(async () => {
    const { width = 0, height = 0 } = await open(master).metadata()
    const widths = Math.min(width, height / 1.25) >= 900 ? [320, 640, 1280] : [320, 640]
    const files: ImageFile[] = []
    for (const each of widths) files.push(...(await filesOf(master, each)))
    const tiny = await open(master).resize(12, 15, { fit: 'cover' }).webp({ quality: 24 }).toBuffer()
    return { files, widths, blur: `data:image/webp;base64,${tiny.toString('base64')}` }
  })

const OG = { width: 1200, height: 630 }
const jpeg = (image: Sharp) => image.jpeg({ quality: 80, mozjpeg: true }).timeout({ seconds: SECONDS }).toBuffer()

/** The window of 1200 × 630 that has the point as near to its middle as the picture's edges allow. */
export function windowAt(width: number, height: number, [x, y]: Focal) {
  const scale = Math.max(OG.width / width, OG.height / height)
  const size = {
    width: Math.max(OG.width, Math.round(width * scale)),
    height: Math.max(OG.height, Math.round(height * scale)),
  }
  const from = (whole: number, part: number, at: number) =>
    Math.round(Math.min(Math.max(whole * at - part / 2, 0), whole - part))
  return { size, left: from(size.width, OG.width, x), top: from(size.height, OG.height, y) }
}

/** All of a picture that is too tall to be cut, before a blurred copy of itself. */
async function standing(master: Uint8Array): Promise<Buffer> {
  const whole = await open(master).resize(OG.width, OG.height, { fit: 'inside' }).toBuffer()
  const behind = await open(master).resize(60, 32, { fit: 'cover' }).blur(3).toBuffer()
  return jpeg(
    sharp(behind)
      .resize(OG.width, OG.height, { fit: 'fill', kernel: 'cubic' })
      .composite([{ input: whole }]),
  )
}

const cut: Images['cut'] = (master, focal) =>
  inTurn(async () => {
    const { width = 1, height = 1 } = await open(master).metadata()
    if (focal === null && width / height < 1.3) return standing(master)
    const { size, left, top } = windowAt(width, height, focal ?? [0.5, 0.5])
    return jpeg(
      open(master)
        .resize(size.width, size.height, { fit: 'fill' })
        .extract({ left, top, ...OG }),
    )
  })

export const images: Images = { take, make, cut }
