import { type Goods, readCountry, readVideoLink } from '@/lib/catalog/schema'
import type { Choices, Format, Mapping } from '../schema'
import type { SourceRow } from '../source/row'
import { type Read, reader, textsOf } from './cells'
import { ownPicture, pictureAddresses } from './picture-addresses'
import { saidAttributes } from './said-attributes'
import { type Context, type Report, readVariants } from './variant-rows'

export type GoodsInput = { key: string; rows: readonly SourceRow[]; format: Format; mapping: Mapping; choices: Choices }

const titleFields = ['title', 'titleUz', 'titleRu', 'titleEn'] as const
const noSuchGoods = /^(grouped|external)/i

/** One product of all its rows; null when nothing of it can be sold, and `report` has said why. */
export function readGoods({ key, rows, format, mapping, choices }: GoodsInput, report: Report): Goods | null {
  const read = reader(mapping)
  const whole = rows.filter((row) => {
    if (row.broken) report(row.line, row.broken)
    return row.broken === undefined
  })
  const first = whole[0]
  if (first === undefined) return null
  if (format === 'shopify' && read(first, 'product') === '') return refuse(report, first.line, 'no-handle')
  const head = headOf(whole, format, read)
  const title = head ? titleOf(head, format, read) : ''
  const texts = head && textsOf(head, read, { title, format, locale: choices.locale })
  if (!head || !texts || Object.keys(texts.title).length === 0) return refuse(report, first.line, 'no-title')
  const long = Object.values(texts.title).find((text) => (text ?? '').length > 200)
  if (long) return refuse(report, head.line, 'title-too-long', long.slice(0, 60))
  if (format === 'woocommerce' && noSuchGoods.test(read(head, 'type')))
    return refuse(report, head.line, 'unsupported-type', read(head, 'type'))
  const context: Context = { format, read, choices, report }
  const variants = readVariants(key, whole, context)
  if (variants.length === 0) return refuse(report, head.line, 'no-variants')
  if (variants.length > 100) return refuse(report, head.line, 'too-many-variants', String(variants.length))
  const images = pictureAddresses(whole, format, mapping).flatMap(({ url }) => ownPicture(url) ?? [])
  const about = {
    ...classOf(head, format, read),
    ...statusOf(head, format, read, report),
    ...makerOf(head, read, report),
  }
  const said = saidAttributes({ rows: whole, format, mapping }, variants)
  const address = format === 'own' || format === 'shopify' ? read(first, 'product') : ''
  return { key, address: address || null, line: head.line, ...texts, ...about, images, said, attributes: {}, variants }
}

function refuse(report: Report, line: number, code: string, value = ''): null {
  report(line, code, value)
  return null
}

/** The row that names the product: a variation of WooCommerce has a name too, but not the product's. */
function headOf(rows: readonly SourceRow[], format: Format, read: Read): SourceRow | undefined {
  const named = rows.filter((row) => titleOf(row, format, read) !== '' || titleFields.some((field) => read(row, field)))
  if (format !== 'woocommerce') return named[0]
  return named.find((row) => !/^variation/i.test(read(row, 'type')))
}

function titleOf(row: SourceRow, format: Format, read: Read): string {
  const title = read(row, 'title')
  if (title !== '' || format !== 'yml') return title
  return [row.cells['typePrefix'], row.cells['vendor'], row.cells['model']].filter(Boolean).join(' ')
}

/** What tells where it belongs: our own slug is an order, everything else is advice. */
function classOf(head: SourceRow, format: Format, read: Read): Pick<Goods, 'category' | 'about'> {
  const category = read(head, 'category')
  const type = format === 'woocommerce' ? '' : read(head, 'type')
  return { category: { text: category, binding: format === 'own' }, about: { type, tags: read(head, 'tags') } }
}

/** Who made it, where, and a film of it; what nobody can use is told and left out. */
function makerOf(head: SourceRow, read: Read, report: Report): Pick<Goods, 'brand' | 'origin' | 'video'> {
  const brand = read(head, 'brand').slice(0, 80)
  const [country, link] = [read(head, 'origin'), read(head, 'video')]
  const origin = country === '' ? null : readCountry(country)
  const video = link === '' ? null : readVideoLink(link)
  if (country !== '' && origin === null) report(head.line, 'bad-origin', country, 'warning')
  if (link !== '' && video === null) report(head.line, 'bad-video', link, 'warning')
  return { brand: brand || null, origin, video }
}

const negative = /^(0|-1|false|no|draft|нет)$/i

function statusOf(head: SourceRow, format: Format, read: Read, report: Report): Pick<Goods, 'status' | 'statusBinds'> {
  const text = read(head, 'status')
  if (format === 'own') return ownStatus(text, () => report(head.line, 'bad-status', text, 'warning'))
  const status = text.toLowerCase()
  if (status === 'archived') return { status, statusBinds: false }
  return { status: format !== 'yml' && negative.test(status) ? 'draft' : 'active', statusBinds: false }
}

/** As exports write it and as people do; what nobody can read changes nothing, and keeps new goods from being shown. */
const ownStatuses: Record<Goods['status'], RegExp> = {
  active: /^(active|review|published|1|true|yes|ha|da|да|faol|sotuvda|активен|активный|в продаже|в наличии)$/,
  draft: /^(draft|0|false|no|yoq|нет|qoralama|черновик)$/,
  paused: /^(paused|pause|toxtatilgan|toxtatildi|pauza|пауза|на паузе|приостановлен)$/,
  archived: /^(archived|archive|arxiv|arxivda|архив|в архиве)$/,
}

function ownStatus(text: string, unknown: () => void): Pick<Goods, 'status' | 'statusBinds'> {
  if (text === '') return { status: 'active', statusBinds: false }
  const word = text.toLowerCase().replace(/[ʻʼ‘’'`]/g, '')
  for (const status of ['active', 'draft', 'paused', 'archived'] as const)
    if (ownStatuses[status].test(word)) return { status, statusBinds: true }
  unknown()
  return { status: 'draft', statusBinds: false }
}
