import type { Kind } from '../goods/index.js'
import type { Words } from './words'

export type Family =
  | 'ceramic'
  | 'metal'
  | 'cloth'
  | 'wear'
  | 'embroidery'
  | 'carpet'
  | 'shoes'
  | 'bag'
  | 'light'
  | 'tech'
  | 'appliance'
  | 'food'
  | 'tea'
  | 'beauty'
  | 'book'
  | 'paper'
  | 'toy'

/** An option axis; `step` raises the price by that share for every value after the first. */
export type Axis = { code: string; values: readonly string[]; step: number }

/** One leaf of the tree and what is sold in it. */
export type Line = {
  category: string
  kind: Kind
  family: Family
  shops: readonly string[]
  /** Lowest and highest base price in thousands of soʻm. */
  price: readonly [number, number]
  axes: readonly Axis[]
  attributes: Record<string, string | number | boolean>
  /** What it is called before its own name: `Rishton choynagi`. */
  heads: readonly Words[]
  /** One sentence that only this line can say. */
  intro: Words
}

export const axis = (code: string, values: readonly string[], step: number): Axis => ({ code, values, step })
/** Values come from the palettes of the line's kind. */
export const colours: Axis = { code: 'colour', values: [], step: 0 }
