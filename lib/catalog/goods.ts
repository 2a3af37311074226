import type { Texts } from '@/lib/i18n'

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
  variants: GoodsVariant[]
}

export type GoodsOutcome =
  | {
      kind: 'created' | 'updated' | 'unchanged'
      productId: string
      category: string
      chosenBy: 'file' | 'words' | 'neutral' | null
      /** Taken, but not quite as the file says. */
      warnings: { line: number; code: 'false-discount'; value: string }[]
    }
  | { kind: 'refused'; code: string; value: string }
