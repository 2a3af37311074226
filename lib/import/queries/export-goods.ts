import type { SheetData } from 'write-excel-file/node'
import type { Actor } from '@/lib/auth/schema'
import { listSellerProducts, listShopAttributes } from '@/lib/catalog'
import { type SellerProduct, writeAttribute } from '@/lib/catalog/schema'
import { pick } from '@/lib/format'
import { defaultLocale, type Locale } from '@/lib/i18n'
import { env } from '@/lib/kernel/env'
import { csvLine, guard } from '../goods/guard-cell'

const columns = [
  'product',
  'sku',
  'title_uz',
  'title_ru',
  'title_en',
  'description_uz',
  'description_ru',
  'description_en',
  'category',
  'price',
  'compare_at_price',
  'currency',
  'stock',
  'status',
  'ikpu',
  'gtin',
  'brand',
  'origin',
  'video',
  'option1_name',
  'option1_value',
  'option2_name',
  'option2_value',
  'option3_name',
  'option3_value',
  'option4_name',
  'option4_value',
  'option5_name',
  'option5_value',
  'option6_name',
  'option6_value',
  'images',
] as const

type Cell = string | number

/** Soʻm with as many digits as it has: 150000 or 150000.50, never with groups. */
const som = (tiyin: number): Cell =>
  tiyin % 100 === 0 ? tiyin / 100 : `${Math.floor(tiyin / 100)}.${String(tiyin % 100).padStart(2, '0')}`

type Variant = SellerProduct['variants'][number]

/** Options stand in one place in every row of a product, whatever their order in each variant. */
const axesOf = ({ variants }: SellerProduct) =>
  [...new Set(variants.flatMap(({ options }) => Object.keys(options)))].slice(0, 6)

type Table = { axes: readonly string[]; codes: readonly string[] }

function attributeCells({ attributes }: SellerProduct, codes: readonly string[]): Cell[] {
  return codes.map((code) => (attributes[code] === undefined ? '' : writeAttribute(attributes[code])))
}

function line(product: SellerProduct, variant: Variant, first: boolean, { axes, codes }: Table): Cell[] {
  const { title, description } = product
  const head = (text: string | undefined) => (first ? (text ?? '') : '')
  const images = product.images.map(({ key }) => `${env.APP_URL}/goods/${key}-640.jpg`)
  return [
    product.slug,
    variant.sku,
    ...[title.uz, title.ru, title.en, description.uz, description.ru, description.en, product.category].map(head),
    som(variant.price.amount),
    variant.compareAtPrice ? som(variant.compareAtPrice.amount) : '',
    'UZS',
    variant.stock,
    head(product.status === 'review' ? 'active' : product.status),
    variant.ikpu ?? '',
    variant.gtin ?? '',
    ...[product.brand, product.origin, product.video].map((text) => head(text ?? undefined)),
    ...[0, 1, 2, 3, 4, 5].flatMap((at) => [axes[at] ?? '', variant.options[axes[at] ?? ''] ?? '']),
    head(images.join(' | ')),
    ...(first ? attributeCells(product, codes) : codes.map(() => '')),
  ]
}

/** One row a variant; what a product has once stands in its first row. Read by pages, so any shop fits. */
async function* goodsLines(actor: Actor, locale: Locale): AsyncGenerator<Cell[]> {
  const attributes = await listShopAttributes(actor)
  const codes = attributes.map(({ code }) => code)
  // The code is read again; the label is for whoever fills it in.
  yield [...columns, ...attributes.map(({ code, name }) => `attr:${code} (${pick(name, locale)})`)]
  for (let cursor: string | undefined; ; ) {
    const page = await listSellerProducts({ limit: 100, ...(cursor ? { cursor } : {}) }, actor)
    for (const product of page.items) {
      const table = { axes: axesOf(product), codes }
      for (const [at, variant] of product.variants.entries()) yield line(product, variant, at === 0, table)
    }
    if (page.nextCursor === null) return
    cursor = page.nextCursor
  }
}

/** As CSV in UTF-8 with the mark that Excel needs, piece by piece. */
export async function* exportGoodsCsv(actor: Actor, locale = defaultLocale): AsyncGenerator<string> {
  let text = '\ufeff'
  for await (const cells of goodsLines(actor, locale)) {
    text += csvLine(cells.map(String))
    if (text.length < 64_000) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}

// A workbook is made in memory as a whole: a larger shop takes the CSV.
const MAX_SHEET = 20_000

/** Null for more rows than a workbook is made of here. Texts are typed as text and guarded all the same. */
export async function exportGoodsXlsx(actor: Actor, locale = defaultLocale): Promise<Uint8Array | null> {
  const data: SheetData = []
  for await (const cells of goodsLines(actor, locale)) {
    if (data.length > MAX_SHEET) return null
    data.push(
      cells.map((value) =>
        typeof value === 'number' ? { value, type: Number } : { value: guard(value), type: String },
      ),
    )
  }
  const { default: writeExcelFile } = await import('write-excel-file/node')
  return new Uint8Array(await writeExcelFile(data, { sheet: 'Bozor' }).toBuffer())
}
