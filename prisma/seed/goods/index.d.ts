export type Kind =
  | 'plate' | 'piala' | 'choynak' | 'adras' | 'robe' | 'suzani' | 'carpet' | 'knife' | 'doppi' | 'fruit'
  | 'phone' | 'headphones' | 'kettle' | 'sneakers' | 'backpack' | 'lamp' | 'book' | 'toy' | 'jar' | 'notebook'
  | 'mug' | 'qozon' | 'cushion' | 'scarf' | 'shirt' | 'watch' | 'speaker' | 'tea'
export type View = 'front' | 'detail' | 'scene' | 'cut'
export type DrawOptions = { view?: View; palette?: number; wall?: string; width?: number; title?: string }
export type Motif = 'ikat-band' | 'suzani-border' | 'rosette' | 'lattice' | 'mark' | 'empty' | 'parcel'
export type MotifColours = { ground?: string; a?: string; b?: string; c?: string; d?: string; ink?: string }

export const kinds: Kind[]
export const views: View[]
export const motifs: Motif[]
export const paletteCount: (kind: Kind) => number
export const draw: (kind: Kind, seed: string | number, options?: DrawOptions) => string
export const motif: (kind: Motif, colours?: MotifColours) => string
