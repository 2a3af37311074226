import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { must } from '@/lib/kernel/result'
import { gifOf, jpegOf, phonePhoto, picture, pngBomb } from '@/lib/plugins/pictures/picture-fixture'
import { images, windowAt } from './images'

describe('taking a picture', () => {
  it('turns it upright and leaves out where and with what it was taken', async () => {
    const photo = await phonePhoto()
    expect(photo.includes('Sharq')).toBe(true)
    const { bytes, width, height } = must(await images.take(photo, 2560))
    expect([width, height]).toEqual([600, 800])
    const told = await sharp(bytes).metadata()
    expect(told).toMatchObject({ format: 'jpeg', width: 600, height: 800 })
    expect([told.exif, told.xmp, told.iptc, told.orientation]).toEqual([undefined, undefined, undefined, undefined])
    expect(Buffer.from(bytes).includes('Sharq')).toBe(false)
  })

  it('cuts off what hangs behind the pixels', async () => {
    const taken = must(await images.take(Buffer.concat([await jpegOf(), Buffer.from('PK\x03\x04 a passenger')]), 2560))
    expect(Buffer.from(taken.bytes).includes('a passenger')).toBe(false)
  })

  it('makes the large smaller and the clear white', async () => {
    const wide = must(await images.take(await jpegOf(4000, 1000), 2560))
    expect([wide.width, wide.height]).toEqual([2560, 640])
    const clear = sharp({ create: { width: 9, height: 9, channels: 4, background: '#00000000' } })
    const { bytes } = must(await images.take(await clear.png().toBuffer(), 2560))
    const { dominant } = await sharp(bytes).stats()
    expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(240)
  })

  it.each([
    ['JPEG', async () => (await jpegOf()).subarray(0, -900)],
    ['PNG', async () => (await picture().png().toBuffer()).subarray(0, -400)],
    ['WebP', async () => (await picture().webp().toBuffer()).subarray(0, -200)],
    ['a JPEG of a header only', async () => (await jpegOf()).subarray(0, 200)],
    ['noise behind the first bytes', async () => Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(5000, 7)])],
  ])('does not take a broken %s', async (_, make) => {
    expect(await images.take(await make(), 2560)).toMatchObject({ ok: false, code: 'broken-picture' })
  })

  it('does not take bombs of pixels and frames', async () => {
    expect(await images.take(await pngBomb(), 2560)).toMatchObject({ code: 'too-many-pixels' })
    expect(await images.take(await jpegOf(8000, 5100), 2560)).toMatchObject({ code: 'too-many-pixels' })
    expect(await images.take(gifOf(10_000), 2560)).toMatchObject({ code: 'too-many-frames' })
    expect((await images.take(gifOf(3), 2560)).ok).toBe(true)
  })
})

describe('making the files of a picture', () => {
  it('fills a card of each width in three formats, and never grows', async () => {
    const { files, widths, blur } = await images.make(await jpegOf(1200, 1600))
    expect(widths).toEqual([320, 640, 1280])
    expect(files.map(({ width, format }) => `${width}.${format}`)).toHaveLength(9)
    const sizes = await Promise.all(files.map(async ({ bytes }) => (await sharp(bytes).metadata()).width))
    expect(sizes).toEqual([320, 320, 320, 640, 640, 640, 1200, 1200, 1200])
    const kinds = await Promise.all(files.slice(0, 3).map(async ({ bytes }) => (await sharp(bytes).metadata()).format))
    expect(kinds).toEqual(['heif', 'webp', 'jpeg'])
    expect(blur).toMatch(/^data:image\/webp;base64,/)
    expect(blur.length).toBeLessThan(400)
  })

  it('is high enough for a card where the picture lies', async () => {
    const { files, widths } = await images.make(await jpegOf(1600, 1000))
    expect(widths).toEqual([320, 640])
    const { width, height } = await sharp(files[2]?.bytes).metadata()
    expect([width, height]).toEqual([640, 400])
  })

  it('gives the same bytes when it is repeated', async () => {
    const master = await jpegOf(300, 400)
    expect(await images.make(master)).toEqual(await images.make(master))
  })
})

describe('cutting the picture for links', () => {
  const colourAt = async (bytes: Uint8Array, left: number) => {
    const { dominant } = await sharp(
      await sharp(bytes).extract({ left, top: 200, width: 40, height: 40 }).toBuffer(),
    ).stats()
    return dominant.r > dominant.b ? 'red' : 'blue'
  }

  it('keeps the point in sight', async () => {
    // Blue on the left, red on the right; the cut is as high as the picture and a third of its width.
    const master = await jpegOf(3600, 630)
    const left = await images.cut(master, [0.1, 0.5])
    const right = await images.cut(master, [0.9, 0.5])
    expect(await sharp(left).metadata()).toMatchObject({ width: 1200, height: 630, format: 'jpeg' })
    expect([await colourAt(left, 1100), await colourAt(right, 60)]).toEqual(['blue', 'red'])
  })

  it('shows all of a tall picture where nobody chose a point', async () => {
    const whole = await images.cut(await jpegOf(600, 800), null)
    expect(await sharp(whole).metadata()).toMatchObject({ width: 1200, height: 630 })
    expect([await colourAt(whole, 400), await colourAt(whole, 780)]).toEqual(['blue', 'red'])
  })

  it('stays inside the picture', () => {
    expect(windowAt(1200, 1200, [0, 0])).toEqual({ size: { width: 1200, height: 1200 }, left: 0, top: 0 })
    expect(windowAt(1200, 1200, [1, 1])).toEqual({ size: { width: 1200, height: 1200 }, left: 0, top: 570 })
    expect(windowAt(600, 600, [0.5, 0.5]).size).toEqual({ width: 1200, height: 1200 })
  })
})
