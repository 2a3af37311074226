import type { Texts } from '@/lib/i18n'
import type { AttributeValue } from './seller-product'

export type GoodsVariant = {
  line: number
  sku: string
  options: Record<string, string>
  /** Tiyin. */
  price: number
  compareAt: number | null
  /** Null: the file does not say. */
  stock: number | null
  ikpu: string | null
  gtin: string | null
}

/** What a file says under a name that may be an attribute's: which it is only the category tells. */
export type SaidAttribute = {
  line: number
  /** Of the column or parameter, as the file has it. */
  column: string
  /** A code or a name in any language. */
  name: string
  value: string
  /** The column is an attribute's and nothing else: what cannot be taken is told. */
  binding: boolean
  /** The option of the only variant that says the same and gives way to the attribute. */
  option?: string
  /** How many rows of the goods say it, where an attribute is meant for certain: a name that nobody knows is told. */
  rows?: number
}

/** Taken, but not quite as the file says. */
export type GoodsWarning = {
  line: number
  code: 'false-discount' | 'attribute-left' | 'attribute-foreign' | 'attribute-unknown'
  value: string
  /** Told once for the whole file, with all the rows that it is true of. */
  rows?: number
}

/** A product as a file of goods brings it. */
export type Goods = {
  /** The same for the same product, run after run. */
  key: string
  /** The address that the file names and that is tried first; null: the title's. */
  address: string | null
  line: number
  title: Texts
  description: Texts
  /** `binding`: a slug or name that has to be there; otherwise advice. */
  category: { text: string; binding: boolean }
  about: { type: string; tags: string }
  status: 'active' | 'draft' | 'paused' | 'archived'
  /** A product that is there already takes the status over. */
  statusBinds: boolean
  brand: string | null
  /** ISO 3166 code of the country. */
  origin: string | null
  video: string | null
  /** Keys of pictures that the market has. */
  images: string[]
  said: SaidAttribute[]
  /** By code, as they are kept: what `said` comes to in the category. */
  attributes: Record<string, AttributeValue>
  variants: GoodsVariant[]
}

export type GoodsTaken = {
  kind: 'created' | 'updated' | 'unchanged'
  productId: string
  category: string
  chosenBy: 'file' | 'words' | 'neutral' | null
  warnings: GoodsWarning[]
}

export type GoodsOutcome = GoodsTaken | { kind: 'refused'; code: string; value: string }
