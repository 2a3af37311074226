import type { Kind } from '../goods/index.js'

const ceramic = ['cobalt', 'turquoise', 'brown', 'sky', 'pomegranate']
const ikat = ['pomegranate', 'turquoise', 'cobalt', 'saffron', 'rose', 'black']
const soft = ['cream', 'navy', 'red', 'sage', 'black']
const named: Partial<Record<Kind, readonly string[]>> = {
  plate: ceramic,
  piala: ceramic,
  choynak: ceramic,
  adras: ikat,
  robe: ikat,
  notebook: ikat,
  cushion: ikat,
  scarf: ikat,
  suzani: ['cream', 'pomegranate', 'navy', 'rose'],
  carpet: ['pomegranate', 'cobalt', 'plum', 'cream'],
  knife: ['ivory', 'black', 'walnut'],
  doppi: ['black', 'green', 'pomegranate', 'cobalt'],
  phone: ['navy', 'sand', 'green', 'graphite'],
  headphones: soft,
  kettle: soft,
  backpack: soft,
  mug: soft,
  shirt: soft,
  watch: soft,
  speaker: soft,
  sneakers: ['white', 'navy', 'red', 'sage', 'black'],
  lamp: ['cobalt', 'turquoise', 'cream', '', 'saffron'],
  qozon: ['black', 'cobalt', 'red'],
}
/** Glazed all over, the sky palette cannot be told from cobalt. */
const hidden: Partial<Record<Kind, readonly number[]>> = { piala: [3], choynak: [3], lamp: [3] }

export type Palette = { index: number; colour: string }

/** What a buyer may call the palettes of a kind; empty where colour is no choice. */
export const palettesOf = (kind: Kind): Palette[] =>
  (named[kind] ?? []).map((colour, index) => ({ index, colour })).filter(({ index }) => !hidden[kind]?.includes(index))

const many: Partial<Record<Kind, number>> = {
  plate: 4,
  choynak: 4,
  piala: 3,
  adras: 3,
  robe: 3,
  suzani: 3,
  carpet: 3,
  knife: 3,
  doppi: 3,
  fruit: 5,
  book: 4,
  toy: 5,
  jar: 3,
  cushion: 3,
  scarf: 3,
}
const plain: Partial<Record<Kind, number>> = { fruit: 2, book: 4, toy: 1, jar: 4, tea: 4 }

/** Seeds of a kind in the shared pool of pictures: seeds 1…n are drawn, every product uses one of them. */
export const seedsOf = (kind: Kind): number => many[kind] ?? 2
/** Palettes of a kind whose colour is no choice. */
export const plainPalettes = (kind: Kind): number => plain[kind] ?? 1
