import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { draw, type Kind, kinds, paletteCount, type View } from './goods/index.js'
import { categories } from './market/catalogue'
import { heroPictures } from './market/categories'
import { productAt } from './market/product'

export const pictureWidths = [320, 640] as const
export type PictureWidth = (typeof pictureWidths)[number]
export type PictureFormat = 'avif' | 'webp' | 'jpg'

/** `og`: 1200 × 630, what is shown of a link to the goods; only as a jpg. */
type Size = PictureWidth | 'og'
type Task = { key: string; width: Size }
type Drawn = { kind: Kind; seed: number; palette: number; view: View }
type Progress = (done: number, total: number) => void

const folder = () => path.join(/* turbopackIgnore: true */ process.cwd(), 'public', 'goods')
const fileOf = (key: string, width: Size, format: PictureFormat) => path.join(folder(), `${key}-${width}.${format}`)
const media = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' } as const
const highestSeed = 12
const paper = '#f8efe2'

/** A key is its own recipe. Seeds are bounded, so that asking for pictures cannot fill the disk. */
export function readKey(key: string): Drawn | null {
  const found = /^([a-z]+)-(\d{1,2})p(\d)-(front|detail|scene|cut)$/.exec(key)
  const kind = kinds.find((each) => each === found?.[1])
  if (found === null || kind === undefined) return null
  const [seed, palette] = [Number(found[2]), Number(found[3])]
  if (seed < 1 || seed > highestSeed || palette >= paletteCount(kind)) return null
  return { kind, seed, palette, view: found[4] as View }
}

const encode = (image: Sharp): Record<PictureFormat, Sharp> => ({
  avif: image.clone().avif({ quality: 52, effort: 1 }),
  webp: image.clone().webp({ quality: 74, effort: 2 }),
  jpg: image.clone().flatten({ background: paper }).jpeg({ quality: 76 }),
})

/** The whole picture on paper: nothing of it is cut off where a link is shown. */
async function drawPreview(key: string, what: Drawn): Promise<void> {
  const svg = draw(what.kind, what.seed, { view: what.view, palette: what.palette, width: 504 })
  const jpg = sharp(Buffer.from(svg)).resize({ width: 1200, height: 630, fit: 'contain', background: paper })
  await put(fileOf(key, 'og', 'jpg'), await jpg.flatten({ background: paper }).jpeg({ quality: 76 }).toBuffer())
}

/** Whole or not at all. */
async function put(file: string, bytes: Buffer): Promise<void> {
  const half = `${file}.${process.pid}.tmp`
  await writeFile(half, bytes)
  await rename(half, file)
}

/** Draws one picture in one width, all formats; the jpg is written last and so says that the rest is there. */
async function drawTask({ key, width }: Task): Promise<void> {
  const what = readKey(key)
  if (what === null) throw new RangeError(`There is no picture "${key}"`)
  if (existsSync(fileOf(key, width, 'jpg'))) return
  if (width === 'og') return drawPreview(key, what)
  const svg = draw(what.kind, what.seed, { view: what.view, palette: what.palette, width })
  const { data, info } = await sharp(Buffer.from(svg)).raw().toBuffer({ resolveWithObject: true })
  const image = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
  const encoders = encode(image)
  for (const format of ['avif', 'webp', 'jpg'] as const) {
    await put(fileOf(key, width, format), await encoders[format].toBuffer())
  }
}

async function drawAll(tasks: readonly Task[], lanes: number, progress: Progress, seconds = Infinity): Promise<void> {
  await mkdir(folder(), { recursive: true })
  // One thread a picture and one picture a core is faster than many threads on one picture.
  sharp.concurrency(1)
  const until = performance.now() + seconds * 1000
  let next = 0
  let done = 0
  const lane = async () => {
    for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) {
      if (performance.now() > until) return
      await drawTask(task)
      progress(++done, tasks.length)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

const poolOf = (products: number): Map<View, string[]> => {
  const found = new Map<View, Set<string>>()
  for (let n = 0; n < products; n++)
    for (const { key } of productAt(n).images) {
      const view = readKey(key)?.view ?? 'front'
      found.set(view, (found.get(view) ?? new Set()).add(key))
    }
  return new Map([...found].map(([view, keys]) => [view, [...keys]]))
}

const tiles = () => [...new Set(categories.map(({ node }) => node.picture))]
const shared = 600
const at320 = (keys: readonly string[]): Task[] => keys.map((key) => ({ key, width: 320 }))
const at640 = (keys: readonly string[]): Task[] => keys.map((key) => ({ key, width: 640 }))

/** What the first page of every list shows: heroes, tiles and the front of each product, small. */
export const essentialTasks = (): Task[] => [
  ...at640(heroPictures),
  ...at320(tiles()),
  ...at320(poolOf(shared).get('front') ?? []),
]

export const remainingTasks = (): Task[] => {
  const pool = poolOf(shared)
  const [front, scene, detail] = [pool.get('front') ?? [], pool.get('scene') ?? [], pool.get('detail') ?? []]
  return [
    ...essentialTasks(),
    ...at640(front),
    ...at320([...heroPictures, ...scene]),
    ...at640(scene),
    ...at320(detail),
    ...at640(detail),
    ...at640(tiles()),
    ...front.map((key): Task => ({ key, width: 'og' })),
  ]
}

/** A slow machine opens the market with fewer pictures rather than later: the rest is drawn when it is asked for. */
export const drawEssential = (progress: Progress = () => undefined): Promise<void> =>
  drawAll(essentialTasks(), Math.max(1, os.availableParallelism()), progress, 40)

/** Finishes the pool, one picture at a time and only what is missing: `npm run seed -- --all-pictures`. */
export const drawRemaining = (progress: Progress = () => undefined): Promise<void> =>
  drawAll(remainingTasks(), 1, progress)

const parseFile = (name: string) => {
  const found = /^([a-z0-9-]+)-(?:(320|640)\.(avif|webp|jpg)|(og)\.jpg)$/.exec(name)
  if (found?.[1] === undefined) return null
  const width: Size = found[4] === 'og' ? 'og' : (Number(found[2]) as PictureWidth)
  return { key: found[1], width, format: (found[3] ?? 'jpg') as PictureFormat }
}

/** What it would be, for whoever only asks whether it is there: that draws nothing. Null: there is no such picture. */
export function pictureType(name: string): string | null {
  const wanted = parseFile(name)
  return wanted === null || readKey(wanted.key) === null ? null : media[wanted.format]
}

/** `choynak-3p0-front-640.webp` → its bytes, drawn now if nobody has yet; null: there is no such picture. */
export async function pictureFile(name: string): Promise<{ bytes: Buffer; type: string } | null> {
  const wanted = parseFile(name)
  if (wanted === null || readKey(wanted.key) === null) return null
  const file = fileOf(wanted.key, wanted.width, wanted.format)
  if (!existsSync(file)) await drawAll([wanted], 1, () => undefined)
  return { bytes: await readFile(file), type: media[wanted.format] }
}

/** Sixteen pixels as a data URI, to stand behind the picture until it is there. */
export async function blurOf(key: string): Promise<string | undefined> {
  const file = fileOf(key, 320, 'webp')
  if (!existsSync(file)) return undefined
  const tiny = await sharp(file).resize(12, 15).webp({ quality: 24, smartSubsample: false }).toBuffer()
  return `data:image/webp;base64,${tiny.toString('base64')}`
}
