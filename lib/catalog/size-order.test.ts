import { describe, expect, it } from 'vitest'
import { bySize } from './size-order'

const ordered = (labels: string) => bySize(labels.split(' | ').map((label) => ({ label }))).map(({ label }) => label)

describe('sizes stand in their order', () => {
  it.each([
    ['letters', 'XS | S | M | L | XL | XXL | 3XL'],
    ['letters by number', '2XS | XS | M | L | XL | 2XL | 3XL | 4XL'],
    ['letters, then figures', 'S | M | XXL | 54 | 56 | 60'],
    ['letters with their figures', 'S (44) | M (46) | M (48) | XL (52)'],
    ['letters between letters', 'XS/S | S/M | M | M-L | XL'],
    ['shoes', '36 | 36,5 | 37 | 38 1/3 | 38 2/3 | 39½ | 40'],
    ['shoes of a country', 'EU 36 | EU 40 | EU 41.5'],
    ['children', '86/92 | 98/104 | 110 | 110/116'],
    ['trousers', 'W28 L30 | W28/L32 | W30 L30'],
    ['litres and millilitres', '30 ml | 450 ml | 0,7 l | 1 l | 12 l'],
    ['Russian grams', '100 г | 250 г | 1 кг | 1,5 кг'],
    ['memory', '512 MB | 64 GB | 1 TB'],
    ['surfaces', '30×30 sm | 60×180 sm | 200×300 sm'],
    ['thousands', '900 g | 1 200 g | 10 000 g'],
    ['ages', '0–3 oy | 6–9 oy | 1 yoshdan | 3 yoshdan'],
    ['ages in Russian', '6 мес. | от 1 года | от 3 лет'],
    ['words', 'Kichik | Oʻrta | Katta'],
    ['what is none behind them', '36 | 37 | 38 | Universal'],
  ])('%s', (_, labels) => {
    const right = labels.split(' | ')
    const last = right.filter((label) => label === 'Universal')
    const mixed = [...last, ...right.filter((label) => label !== 'Universal').toReversed()]
    expect(ordered(mixed.join(' | '))).toEqual(right)
  })

  it.each([
    ['materials', 'Sopol | Chinni | Shisha'],
    ['brands with figures', 'Yulduz | Sado | Zarra | 555'],
    ['connections', '5G | Simli | Bluetooth 5.3'],
    ['models', 'Navro S9 | Navro A3 | Qanot S30'],
    ['yes and no', 'bor | yoʻq'],
    ['a single one', 'XL'],
  ])('but other values stay by how many there are: %s', (_, labels) => expect(ordered(labels).join(' | ')).toBe(labels))
})
