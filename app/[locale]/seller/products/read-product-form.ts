import { AXES, type EditorState, one } from '@/components/editor/editor-state'
import type { AttributeRule, SellerProduct } from '@/lib/catalog/schema'
import { readSum, sumField } from '@/lib/format'
import { locales } from '@/lib/i18n'

/** Everything that was typed, by the names of the form's fields. */
export function valuesOf(form: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {}
  for (const [name, value] of form) if (typeof value === 'string') values[name] = [...(values[name] ?? []), value]
  return values
}

const MAX_ROWS = 100

export const rowsOf = (form: FormData): number =>
  Math.min(Math.max(Number(String(form.get('rows') ?? '1')) || 1, 1), MAX_ROWS)

/** A product as the form shows it. */
export function stateOf(product: SellerProduct | null, rules: AttributeRule[], category: string): EditorState {
  const values: Record<string, string[]> = { category: [category] }
  const set = (name: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined) values[name] = [String(value)]
  }
  if (product === null) {
    set('axis-1', 'colour')
    return { tries: 0, values, rows: 1, rules, errors: {}, problem: null }
  }
  for (const locale of locales) {
    set(`title-${locale}`, product.title[locale])
    set(`description-${locale}`, product.description[locale])
    if (product.title[locale]) set(`slug-${locale}`, product.slugs[locale] ?? product.slug)
  }
  set('brand', product.brand)
  set('origin', product.origin)
  set('video', product.video)
  for (const [code, value] of Object.entries(product.attributes)) values[`attr-${code}`] = [value].flat().map(String)
  const axes = [...new Set(product.variants.flatMap(({ options }) => Object.keys(options)))].slice(0, AXES.length)
  for (const [at, axis] of axes.entries()) set(`axis-${at + 1}`, axis)
  for (const [row, variant] of product.variants.entries()) {
    set(`v${row}-known`, variant.sku)
    set(`v${row}-sku`, variant.sku)
    for (const name of ['price', 'was-price']) set(`v${row}-${name}`, sumField(variant.price))
    for (const name of ['stock', 'was-stock']) set(`v${row}-${name}`, variant.stock)
    if (variant.bundle !== null) set(`v${row}-bundle`, '1')
    set(`v${row}-gtin`, variant.gtin)
    set(`v${row}-ikpu`, variant.ikpu)
    for (const [at, axis] of axes.entries()) set(`v${row}-o${at + 1}`, variant.options[axis])
  }
  return { tries: 0, values, rows: product.variants.length, rules, errors: {}, problem: null }
}

const listOf = (text: string): string[] => [...new Set(text.split(',').map((part) => part.trim()))].filter(Boolean)

/** A row for every combination of the values that has none yet; an empty first row is the first of them. */
export function combine(state: EditorState): EditorState {
  const lists = [1, 2].map((n) => (one(state, `axis-${n}`) === '' ? [] : listOf(one(state, `values-${n}`))))
  const [first = [], second = []] = lists
  const wanted = first.flatMap((a) => (second.length === 0 ? [[a, '']] : second.map((b) => [a, b])))
  const values = { ...state.values }
  const there = new Set(
    Array.from({ length: state.rows }, (_, row) => `${one(state, `v${row}-o1`)}|${one(state, `v${row}-o2`)}`),
  )
  let rows = state.rows === 1 && one(state, 'v0-sku') === '' ? 0 : state.rows
  for (const [a = '', b = ''] of wanted) {
    if (there.has(`${a}|${b}`) || rows >= MAX_ROWS) continue
    values[`v${rows}-o1`] = [a]
    values[`v${rows}-o2`] = [b]
    rows += 1
  }
  return { ...state, values, rows: Math.max(rows, 1) }
}

const money = (text: string) => {
  const amount = readSum(text)
  return amount === null || amount === 0 ? undefined : { amount: String(amount), currency: 'UZS' as const }
}

/**
 * The rows that stay, as REST would send them. What was not touched since the form was shown is not said, so that
 * nothing newer is undone: goods are sold while somebody writes. A bundle has the stock of its parts.
 */
export function variantsOf(state: EditorState, before: SellerProduct | null) {
  const axes = AXES.map((n) => one(state, `axis-${n}`).trim())
  const rows = Array.from({ length: state.rows }, (_, row) => row)
  return rows.flatMap((row) => {
    const cell = (name: string) => one(state, `v${row}-${name}`).trim()
    const sku = cell('known') || cell('sku')
    const empty = sku === '' && cell('price') === '' && cell('stock') === ''
    if (cell('remove') !== '' || empty) return []
    const old = before?.variants.find((variant) => variant.sku === sku)
    const options = Object.fromEntries(
      axes.flatMap((axis, at) => (axis && cell(`o${at + 1}`) ? [[axis, cell(`o${at + 1}`)]] : [])),
    )
    const untouched = (name: 'price' | 'stock') => old !== undefined && cell(name) === cell(`was-${name}`)
    const price = untouched('price') ? {} : { price: money(cell('price')) ?? null }
    const stock =
      untouched('stock') || old?.bundle
        ? {}
        : { stock: /^\d+$/.test(cell('stock')) ? Number(cell('stock')) : cell('stock') === '' && !old ? 0 : -1 }
    const variant = {
      sku,
      options,
      ...price,
      ...stock,
      gtin: cell('gtin') || null,
      ...(cell('ikpu') && { ikpu: cell('ikpu') }),
    }
    return [{ row, variant }]
  })
}

/** SKUs whose rows are marked to go. */
export const removedOf = (state: EditorState): string[] =>
  Array.from({ length: state.rows }, (_, row) => row).flatMap((row) =>
    one(state, `v${row}-remove`) !== '' && one(state, `v${row}-known`) !== '' ? [one(state, `v${row}-known`)] : [],
  )

const texts = (state: EditorState, name: string) =>
  Object.fromEntries(
    locales.flatMap((locale) => {
      const text = one(state, `${name}-${locale}`).trim()
      return text === '' ? [] : [[locale, text]]
    }),
  )

/** All but the variants. Attributes of another category stay out: its form did not show them. */
export function fieldsOf(state: EditorState, before: SellerProduct | null) {
  const attributes = state.rules.flatMap(({ code, type }) => {
    const said = (state.values[`attr-${code}`] ?? []).map((text) => text.trim()).filter(Boolean)
    if (said.length === 0) return []
    return [[code, (type === 'choice' || type === 'colour') && said.length > 1 ? said : said[0]]]
  })
  const shown = new Set(state.rules.map(({ code }) => code))
  const unseen = Object.entries(before?.attributes ?? {}).filter(([code]) => !shown.has(code) && code !== 'brand')
  const typed = texts(state, 'slug')
  const slugs = Object.entries(typed).filter(
    ([locale, slug]) => slug !== (before?.slugs[locale as 'uz'] ?? before?.slug),
  )
  return {
    title: texts(state, 'title'),
    description: texts(state, 'description'),
    category: one(state, 'category'),
    attributes: { ...Object.fromEntries(unseen), ...Object.fromEntries(attributes) },
    brand: one(state, 'brand').trim() || null,
    origin: one(state, 'origin') || null,
    video: one(state, 'video').trim() || null,
    ...(slugs.length > 0 ? { slugs: Object.fromEntries(slugs) } : {}),
  }
}
