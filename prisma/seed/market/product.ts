import { categoryOf, ids, labelOf, lines } from './catalogue'
import { type Axis, colours, type Line } from './line'
import { nameFor, namesIn } from './names'
import { type Palette, palettesOf, plainPalettes, seedsOf } from './palettes'
import { type Review, reviewsOf } from './reviews'
import { sentencesFor } from './sentences'
import { shops } from './shops'
import { at, type Dice, diceFor, slugOf, type Texts, texts, type Words } from './words'

export type Picture = { key: string; alt: Texts; palette?: number }
export type Variant = {
  id: string
  sku: string
  options: Record<string, string>
  price: number
  compareAt: number | null
  stock: number
  position: number
  image: number
}
export type Product = {
  id: string
  n: number
  shop: string
  line: Line
  categoryIds: string[]
  slug: string
  title: Texts
  description: Texts
  attributes: Record<string, unknown>
  images: Picture[]
  variants: Variant[]
  rating: number
  reviews: Review[]
  sold: number
  createdAt: Date
}

const locales = ['uz', 'ru', 'en'] as const
const quotes: Record<(typeof locales)[number], [string, string]> = { uz: ['“', '”'], ru: ['«', '»'], en: ['“', '”'] }

type Choice = { code: string; value: string; step: number; palette?: number }

/** Product `n`, whatever else exists: `--products 1000` and `--products 1000000` agree on the first thousand. */
export function productAt(n: number): Product {
  const line = at(lines, n)
  const turn = Math.floor(n / lines.length)
  const dice = diceFor(`product/${n}`)
  const { title, slug, brand } = naming(line, turn)
  const shop = at(
    shops.filter((each) => line.shops.includes(each.slug)),
    turn,
  )
  const palettes = chosenPalettes(line, dice)
  const pictures = picturesFor(line, turn, palettes, title)
  const variants = variantsFor(n, line, palettes, dice, shop.slug)
  const reviews = reviewsOf(n)
  const stars = reviews.reduce((sum, review) => sum + review.rating, 0)
  return {
    id: ids.product(n),
    n,
    shop: shop.slug,
    line,
    slug,
    title,
    variants,
    images: pictures,
    reviews,
    categoryIds: [...(categoryOf.get(line.category)?.ancestors ?? [])],
    description: description(line, turn),
    attributes: { ...line.attributes, ...powerOf(line, turn), ...(brand ? { brand } : {}), ...optionValues(variants) },
    rating: reviews.length === 0 ? 0 : Math.round((stars * 100) / reviews.length),
    sold: reviews.length * dice.int(3, 9) + dice.int(0, 12),
    createdAt: createdAt(n),
  }
}

const strengths = [1, 0.9, 0.75, 1.25]

/** Neighbours in a leaf are not equally strong, or nobody could choose by it. */
function powerOf({ attributes: { power } }: Line, turn: number): { power?: number } {
  if (typeof power !== 'number') return {}
  const step = power < 100 ? 1 : 50
  return { power: Math.round((power * at(strengths, turn)) / step) * step }
}

/** The first products arrived over fifteen months, the rest of a load test on the last day. */
const createdAt = (n: number): Date => {
  const start = Date.UTC(2025, 7, 1)
  return new Date(n < 600 ? start + n * 18 * 3_600_000 : start + 600 * 18 * 3_600_000 + n * 20)
}

function naming(line: Line, turn: number) {
  const head = at(line.heads, turn)
  const round = namesIn(line.family)
  const step = Math.floor(turn / line.heads.length)
  // The leaf moves the start of its list, so that neighbours on a page do not share their names.
  const name = nameFor(
    line.family,
    (step * 17 + slugOf(line.category).length * 3 + (turn % line.heads.length) * 2) % round,
  )
  const series = Math.floor(step / round)
  const title = Object.fromEntries(
    locales.map((locale, i) => {
      const number = series === 0 ? '' : ` № ${series + 1}`
      return [
        locale,
        titled(line, head[i] ?? '', name.words[i] ?? '', quotes[locale], name.brand !== undefined) + number,
      ]
    }),
  ) as Texts
  const parts = [
    head[0],
    name.words[0],
    line.family === 'book' ? line.category : '',
    series === 0 ? '' : String(series + 1),
  ]
  return { title, slug: parts.map(slugOf).filter(Boolean).join('-'), brand: name.brand }
}

const titled = (line: Line, head: string, name: string, [open, close]: [string, string], model: boolean): string => {
  if (line.family === 'book') return `${open}${name}${close}, ${head}`
  return model ? `${head} ${name}` : `${head} ${open}${name}${close}`
}

function description(line: Line, turn: number): Texts {
  const pool = sentencesFor(line.family)
  const chosen: Words[] = [line.intro, at(pool, turn), at(pool, turn + 1)]
  return texts([0, 1, 2].map((i) => chosen.map((words) => words[i] ?? '').join(' ')) as unknown as Words)
}

/** Two to four colours where colour is a choice; otherwise the one the picture has. */
function chosenPalettes(line: Line, dice: Dice): Palette[] {
  const known = palettesOf(line.kind)
  if (known.length === 0) return [{ index: dice.int(0, plainPalettes(line.kind) - 1), colour: '' }]
  const first = dice.int(0, known.length - 1)
  const count = line.axes.includes(colours) ? Math.min(known.length, dice.int(2, 3)) : 1
  return Array.from({ length: count }, (_, i) => at(known, first + i))
}

function picturesFor(line: Line, turn: number, palettes: Palette[], title: Texts): Picture[] {
  const seed = 1 + (turn % seedsOf(line.kind))
  const key = (palette: Palette, view: string) => `${line.kind}-${seed}p${palette.index}-${view}`
  const fronts = palettes.map((palette) => ({
    key: key(palette, 'front'),
    alt: altOf(title, palette),
    palette: palette.index,
  }))
  const main = at(palettes, 0)
  return [...fronts, { key: key(main, 'scene'), alt: title }, { key: key(main, 'detail'), alt: title }]
}

const altOf = (title: Texts, { colour }: Palette): Texts => {
  if (colour === '') return title
  const named = (locale: 'uz' | 'ru' | 'en') => `${title[locale]}, ${labelOf('colour', colour, locale).toLowerCase()}`
  return { uz: named('uz'), ru: named('ru'), en: named('en') }
}

const choicesOf = (axis: Axis, palettes: Palette[], dice: Dice): Choice[] => {
  if (axis === colours)
    return palettes.map(({ colour, index }) => ({ code: 'colour', value: colour, step: 0, palette: index }))
  const from = axis.values.length > 3 && dice.real() < 0.4 ? 1 : 0
  const values = axis.values.slice(from, from + (axis.step === 0 ? 4 : 3))
  return values.map((value, i) => ({ code: axis.code, value, step: axis.step * i }))
}

function variantsFor(n: number, line: Line, palettes: Palette[], dice: Dice, shop: string): Variant[] {
  const [low, high] = line.price
  const price = low + dice.real() ** 1.4 * (high - low)
  const drop = dice.real() < 0.25 ? dice.pick([1.12, 1.18, 1.25, 1.33]) : 0
  const soldOut = dice.real() < 0.04
  const combinations = line.axes.reduce<Choice[][]>(
    (sets, each) => sets.flatMap((set) => choicesOf(each, palettes, dice).map((choice) => [...set, choice])),
    [[]],
  )
  return combinations.map((choices, position) => {
    const amount = rounded(price * choices.reduce((factor, { step }) => factor * (1 + step), 1))
    const palette = choices.find((choice) => choice.palette !== undefined)?.palette
    return {
      id: ids.variant(n, position),
      position,
      price: amount,
      sku: `${initials(shop)}-${String(n + 1).padStart(5, '0')}-${position + 1}`,
      options: Object.fromEntries(choices.map(({ code, value }) => [code, value])),
      compareAt: drop === 0 ? null : Math.max(rounded((amount / 100_000) * drop), amount + 100_000),
      stock: soldOut || dice.real() < 0.08 ? 0 : dice.int(2, 60),
      image: Math.max(
        0,
        palettes.findIndex(({ index }) => index === palette),
      ),
    }
  })
}

/** Thousands of soʻm to tiyin, on a whole thousand. */
const rounded = (thousands: number): number => Math.round(thousands) * 100_000

const initials = (shop: string): string =>
  shop
    .split('-')
    .map((part) => part.slice(0, 2))
    .join('')
    .toUpperCase()

/** What can be chosen, as lists: a facet finds the product by any of its values. */
function optionValues(variants: Variant[]): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const { options } of variants)
    for (const [code, value] of Object.entries(options)) found[code] = [...new Set([...(found[code] ?? []), value])]
  return found
}
