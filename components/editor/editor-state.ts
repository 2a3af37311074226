import type { AttributeRule } from '@/lib/catalog/schema'

/** What the form of a product shows: what was typed, else what is kept. Names of fields are those of the form. */
export type EditorState = {
  tries: number
  values: Record<string, string[]>
  /** Rows of variants on the form. */
  rows: number
  rules: AttributeRule[]
  errors: Record<string, string>
  problem: string | null
}

/** As many options as our own files have. */
export const AXES = [1, 2, 3, 4, 5, 6] as const

export const one = ({ values }: EditorState, name: string): string => values[name]?.[0] ?? ''
