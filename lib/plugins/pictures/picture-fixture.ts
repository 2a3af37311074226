import sharp from 'sharp'

/** Two fields of colour, so that a cut can be told from its middle. */
export const picture = (width = 600, height = 800) =>
  sharp({ create: { width, height, channels: 3, background: '#1c43a6' } }).composite([
    {
      input: { create: { width: Math.ceil(width / 2), height, channels: 3, background: '#a3213b' } },
      left: Math.floor(width / 2),
      top: 0,
    },
  ])

export const jpegOf = (width?: number, height?: number): Promise<Buffer> =>
  picture(width, height).jpeg({ quality: 80 }).toBuffer()

/** As a phone writes it: on its side, with the place where it was taken. */
export const phonePhoto = (): Promise<Buffer> =>
  picture(800, 600)
    .jpeg()
    .withExif({
      IFD0: { Make: 'Sharq', Copyright: 'hovli' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 18/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '69/1 16/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()

/** A PNG's header that promises more pixels than anyone has room for. */
export async function pngBomb(side = 20_000): Promise<Buffer> {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  bytes.writeUInt32BE(side, 16)
  bytes.writeUInt32BE(side, 20)
  // The checksum of the header, or no decoder would look any further.
  const { crc32 } = await import('node:zlib')
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)) >>> 0, 29)
  return bytes
}

/** Frames of one pixel each. */
export function gifOf(frames: number): Buffer {
  const head = Buffer.from('47494638396101000100800000000000ffffff', 'hex')
  const frame = Buffer.from('21f90400000000002c00000000010001000002024401003b', 'hex').subarray(0, -1)
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])])
}

export const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
)
