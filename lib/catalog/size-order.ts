import { unitNamed } from '@/lib/i18n/units'

/** What it is compared by: letters stand before figures, figures of one kind stand together. */
type Size = { kind: string; numbers: readonly number[] }

/** Of so many values some may be none, «Universal» among them. */
const MOSTLY = 0.75

const letterWords: Readonly<Record<string, string>> = {
  small: 's',
  kichik: 's',
  маленький: 's',
  малый: 's',
  medium: 'm',
  orta: 'm',
  средний: 'm',
  large: 'l',
  katta: 'l',
  большой: 'l',
}

const letter = /^(\d{1,2})?(x{0,6})([sml])$/

/** `S` is -1, `M` 0, `XL` and `1XL` 2, `3XL` 4. */
function letterSize(text: string): number | null {
  const [, times, crosses = '', own] = letter.exec(letterWords[text] ?? text) ?? []
  if (own === undefined || (own === 'm' && (times !== undefined || crosses !== ''))) return null
  const step = 1 + (times !== undefined && crosses.length === 1 ? Number(times) : crosses.length)
  return own === 'm' ? 0 : own === 's' ? -step : step
}

/** `M`, `S/M`, `XL (52)`. */
function readLetters(text: string): Size | null {
  const [first = '', second = '', ...more] = text.split(/[\s/()–-]+/).filter(Boolean)
  const own = letterSize(first)
  if (own === null || more.length > 2) return null
  const next = letterSize(second)
  return { kind: '', numbers: [next === null ? own : (own + next) / 2, ...figuresIn(text)] }
}

const figuresIn = (text: string): number[] => (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number)

/** Ages of children are told in months and in years. */
const ages: readonly [RegExp, number][] = [
  [/^(?:oy|мес|month|mo\b)/, 1],
  [/^(?:yosh|yil|год|лет|year|yr)/, 12],
]

function measureOf(text: string): { kind: string; size: number } {
  const unit = unitNamed(text)
  if (unit !== null) return unit
  const age = ages.find(([word]) => word.test(text))
  return { kind: age ? 'age' : '0', size: age?.[1] ?? 1 }
}

// What is said before a size: whose it is, and «from».
const before = /^(?:№|ø|eur?|rus?|us|uk|it|fr|int|m|dn?|size|razmer|размер|р|w|от|с|from)\.?\s*(?=\d)/
const figures = /^(\d+(?:\.\d+)?(?:(?:\s*[-–/×xх*]\s*|\s+)l?\d+(?:\.\d+)?){0,3})\s*\+?\s*([^\d]{0,24})$/

/** `36`, `36.5`, `98/104`, `80×150 cm`, `1.5 l`, `W32 L34`, `3+`. */
function readFigures(text: string): Size | null {
  const [, numbers, unit = ''] = figures.exec(text.replace(before, '')) ?? []
  if (numbers === undefined) return null
  const { kind, size } = measureOf(unit.trim())
  return { kind, numbers: figuresIn(numbers).map((number) => number * size) }
}

const parts: Readonly<Record<string, string>> = { '½': '.5', '⅓': '.33', '⅔': '.67', '¼': '.25', '¾': '.75' }

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[ʻʼ‘’`']/g, '')
    .replace(/[½⅓⅔¼¾]/g, (part) => parts[part] ?? '')
    .replace(/(\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d+)\s+(\d)\/(\d)(?!\d)/g, (_, whole, one, of) => String(Number(whole) + Number(one) / Number(of)))
    .replace(/(\d),(?=\d)/g, '$1.')
    .trim()

/** Null: it looks like no size. */
const sizeOf = (text: string): Size | null => {
  const said = plain(text)
  return readLetters(said) ?? readFigures(said)
}

function compare(one: Size, other: Size): number {
  if (one.kind !== other.kind) return one.kind < other.kind ? -1 : 1
  const longest = Math.max(one.numbers.length, other.numbers.length)
  for (let at = 0; at < longest; at += 1) {
    const difference = (one.numbers[at] ?? -1) - (other.numbers[at] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

/** Sizes stand from the least to the greatest, whatever else there is behind them; all other values stay as they are. */
export function bySize<Value extends { label: string }>(values: readonly Value[]): Value[] {
  const read = values.map((value) => ({ value, size: sizeOf(value.label) }))
  const sized = read.flatMap(({ value, size }) => (size === null ? [] : [{ value, size }]))
  if (sized.length < 2 || sized.length < MOSTLY * values.length) return [...values]
  const others = read.flatMap(({ value, size }) => (size === null ? [value] : []))
  return [...sized.sort((a, b) => compare(a.size, b.size)).map(({ value }) => value), ...others]
}
