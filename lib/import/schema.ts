import { z } from 'zod'
import { locales } from '@/lib/i18n'

export const formats = ['own', 'shopify', 'woocommerce', 'yml'] as const
export type Format = (typeof formats)[number]

/** What a column can mean. Shopify has three options, our own tables six. */
export const fields = [
  'product',
  'sku',
  'title',
  'titleUz',
  'titleRu',
  'titleEn',
  'description',
  'descriptionUz',
  'descriptionRu',
  'descriptionEn',
  'category',
  'type',
  'tags',
  'price',
  'salePrice',
  'compareAt',
  'currency',
  'stock',
  'status',
  'ikpu',
  'gtin',
  'brand',
  'origin',
  'video',
  'option1Name',
  'option1Value',
  'option2Name',
  'option2Value',
  'option3Name',
  'option3Value',
  'option4Name',
  'option4Value',
  'option5Name',
  'option5Value',
  'option6Name',
  'option6Value',
  'images',
] as const
export type Field = (typeof fields)[number]
export type Mapping = { [F in Field]?: string | undefined }

export const mappingSchema = z.partialRecord(z.enum(fields), z.string().min(1).max(140))

const rateSchema = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/)

/** Nothing about money is guessed: a currency other than soʻm needs its rate. */
export const choicesSchema = z.strictObject({
  /** Of prices whose row does not say it. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  /** Soʻm for one of it. */
  rate: rateSchema.optional(),
  locale: z.enum(locales).optional(),
  /** A category's slug for everything in the file. */
  category: z.string().min(1).max(120).optional(),
  /** Of variants that are there already: `keep` what orders have left, or `set` what the file says. */
  stock: z.enum(['keep', 'set']).default('keep'),
  pictures: z.boolean().default(true),
})
export type Choices = z.output<typeof choicesSchema>

/** What a file of failed rows says behind the columns of its file. */
export const failureColumns: readonly string[] = ['bozor_line', 'bozor_error']

/** `attr:material` is an attribute's column and nothing else, whatever stands in brackets behind the code. */
export const attributeColumn = /^(?:attr|xususiyat|атрибут|характеристика)\s*:\s*(.+)$/i

export const importStatuses = ['mapping', 'reading', 'running', 'pictures', 'done', 'failed'] as const
export type ImportStatus = (typeof importStatuses)[number]

export type Source = {
  kind: 'csv' | 'xlsx' | 'yml'
  encoding: 'utf-8' | 'windows-1251' | 'utf-16le' | 'utf-16be'
  separator: ',' | ';' | '\t'
  columns: string[]
}

export type GoodsImport = {
  id: string
  fileName: string
  bytes: number
  format: Format
  source: Source
  mapping: Mapping
  choices: Choices
  dryRun: boolean
  status: ImportStatus
  rows: number
  total: number
  done: number
  created: number
  updated: number
  unchanged: number
  refused: number
  variants: number
  /** Rows that were refused, and things that a person should know. */
  errors: number
  warnings: number
  pictures: { total: number; done: number }
  failure: string | null
  failedLine: number | null
  createdAt: string
  finishedAt: string | null
}

export type ImportProblem = {
  line: number
  level: 'error' | 'warning'
  code: string
  value: string
  /** That it is true of; `line` is the first. */
  rows: number
}

export type ImportItem = {
  n: number
  line: number
  title: string | null
  outcome: 'created' | 'updated' | 'unchanged' | 'refused' | null
  category: string | null
  chosenBy: 'file' | 'words' | 'neutral' | null
}
