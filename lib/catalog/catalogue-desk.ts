import type { Texts } from '@/lib/i18n'
import type { AttributeOptions, AttributeRule } from './attribute-rules'

export type DeskCategory = {
  id: string
  slug: string
  parent: string | null
  name: Texts
  path: string[]
  position: number
}
export type DeskAttribute = Pick<AttributeRule, 'code' | 'name' | 'type' | 'unit' | 'filterable'> & {
  options: AttributeOptions
}
export type CatalogueDesk = {
  categories: DeskCategory[]
  attributes: DeskAttribute[]
  /** The chosen one with what it has and inherits. */
  chosen: { category: DeskCategory; rules: AttributeRule[]; products: number } | null
}
