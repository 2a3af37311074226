import { createHash } from 'node:crypto'
import type { Tx } from '@/lib/kernel/db'
import { words } from '@/lib/search'

/** Which drawing stands for goods by the words of their title, type and tags; the first that fits. */
const kinds: [kind: string, words: string][] = [
  ['sneakers', 'shoe shoes sneaker sneakers boot boots tops krossovka poyabzal obuv'],
  ['backpack', 'bag backpack handbag beanbag sumka ryukzak'],
  ['headphones', 'headphone headphones earbuds quloqchin naushniki'],
  ['phone', 'phone smartphone telefon smartfon'],
  ['lamp', 'lamp light candle chiroq lampa svecha sham'],
  ['carpet', 'carpet rug gilam kover table drawers slats fence wooden'],
  ['adras', 'pillow pillows bed bedside cushion clothes sofa armchair chair couch mato tkan'],
  ['kettle', 'kettle can watering choynak chaynik'],
  ['choynak', 'teapot'],
  ['piala', 'cup bowl mug piyola piala'],
  ['plate', 'plate dish lagan tarelka'],
  ['knife', 'knife trowel tool pichoq noj'],
  ['book', 'book kitob kniga'],
  ['notebook', 'notebook daftar bloknot'],
  ['toy', 'toy toys oyinchoq igrushka'],
  ['doppi', 'hat cap doppi'],
  ['fruit', 'fruit nuts meva oriye'],
  ['robe', 'shirt top jumper blouse jacket tuxedo tee tshirt skirt dress coat women men kiyim kurtka odejda'],
  ['jar', 'pot pots jar vase cream'],
]

export function kindOf(text: string): string {
  const said = new Set(words(text))
  return kinds.find(([, names]) => names.split(' ').some((name) => said.has(name)))?.[0] ?? 'jar'
}

const numberOf = (text: string) => createHash('sha256').update(text).digest().readUInt32BE(0)

export type Drawn = { key: string }

/** One that the market has already drawn, of the kind that fits best, the same for the same `seed`; null: none. */
export const drawnPicture = (tx: Tx, text: string, seed: string): Promise<Drawn | null> =>
  rememberDrawings()(tx, text, seed)

export type Drawings = typeof drawnPicture

/** The same for many goods: what hangs in the market is asked once a kind. */
export function rememberDrawings(): Drawings {
  const pools = new Map<string, string[]>()
  return async (tx, text, seed) => {
    for (const prefix of [`${kindOf(text)}-%`, '%']) {
      const pool = pools.get(prefix) ?? (await readPool(tx, prefix))
      pools.set(prefix, pool)
      const key = pool[numberOf(seed) % Math.max(pool.length, 1)]
      if (key !== undefined) return { key }
    }
    return null
  }
}

async function readPool(tx: Tx, prefix: string): Promise<string[]> {
  const { rows } = await tx.query<{ key: string }>(
    `select distinct images->0->>'key' as key
       from (select images from product where images->0->>'key' like $1 limit 5000) p order by 1`,
    [prefix],
  )
  const keys = rows.map(({ key }) => key)
  const fronts = keys.filter((key) => key.endsWith('-front'))
  return fronts.length > 0 ? fronts : keys.slice(0, 1)
}
