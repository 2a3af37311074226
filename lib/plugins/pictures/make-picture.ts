import sharp from 'sharp'
import type { MakePicture, PictureFile } from '@/lib/import/ports'

/** JPEG, PNG or WebP by what the bytes say; nothing else reaches a decoder. */
function isPicture(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 12).toString('latin1')
  return head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG\r\n\x1a\n') || /^RIFF....WEBP/s.test(head)
}

const MAX_PIXELS = 40_000_000
const background = '#ffffff'

async function filesOf(bytes: Buffer, width: 320 | 640): Promise<PictureFile[]> {
  const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 })
    .rotate()
    .resize(width, width * 1.25, { fit: 'contain', background })
    .flatten({ background })
    .raw()
    .timeout({ seconds: 10 })
    .toBuffer({ resolveWithObject: true })
  const image = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
  return [
    { width, format: 'avif', bytes: await image.clone().avif({ quality: 52, effort: 1 }).toBuffer() },
    { width, format: 'webp', bytes: await image.clone().webp({ quality: 74, effort: 2 }).toBuffer() },
    { width, format: 'jpg', bytes: await image.clone().jpeg({ quality: 76 }).toBuffer() },
  ]
}

/** In the two widths of the shop, four to five; what the file carried beside its pixels is gone. */
export const makePicture: MakePicture = async (bytes) => {
  if (!isPicture(bytes)) return null
  try {
    return [...(await filesOf(bytes, 320)), ...(await filesOf(bytes, 640))]
  } catch {
    return null
  }
}
