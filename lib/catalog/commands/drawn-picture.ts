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

export type Drawn = { key: string; categoryId: string }

/**
 * A picture that the market has already drawn, of the kind that fits best, always the same for the same `seed`;
 * and the category in which most goods of that kind stand. Null in a market without pictures.
 */
export async function drawnPicture(tx: Tx, text: string, seed: string): Promise<Drawn | null> {
  for (const prefix of [`${kindOf(text)}-%`, '%']) {
    const { rows } = await tx.query<{ key: string; category_id: string; count: number }>(
      `select p.images->0->>'key' as key, category_id, count(*)
         from (select images, category_id from product where images->0->>'key' like $1 limit 5000) p
        group by 1, 2 order by 1, 2`,
      [prefix],
    )
    const keys = [...new Set(rows.map((row) => row.key))].filter((key) => key.endsWith('-front'))
    const key = keys[numberOf(seed) % Math.max(keys.length, 1)] ?? rows[0]?.key
    if (key !== undefined) return { key, categoryId: commonest(rows) }
  }
  return null
}

function commonest(rows: readonly { category_id: string; count: number }[]): string {
  const counts = new Map<string, number>()
  for (const { category_id, count } of rows) counts.set(category_id, (counts.get(category_id) ?? 0) + Number(count))
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? ''
}
