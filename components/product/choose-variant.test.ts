import { describe, expect, it } from 'vitest'
import { type Choice, chooseVariant, firstChoice, isOut } from '@/components/product/choose-variant'

const variant = (colour: string, size: string, inStock = true): Choice => ({
  id: `${colour}-${size}`,
  sku: `${colour}-${size}`,
  options: { colour, size },
  price: '1',
  cost: 1,
  was: null,
  stock: '',
  inStock,
  image: 0,
})
const blueS = variant('blue', 's', false)
const blueM = variant('blue', 'm')
const redS = variant('red', 's')
const all = [blueS, blueM, redS]

describe('choosing a variant', () => {
  it('opens with the cheapest that can be bought, the first of equals', () => {
    const cost = (choice: Choice) => choice.cost
    expect(firstChoice(all, cost)).toBe(blueM)
    const cheap = { ...redS, cost: 0 }
    expect(firstChoice([{ ...blueS, cost: -1 }, blueM, cheap], cost)).toBe(cheap)
    expect(firstChoice([blueS], cost)).toBe(blueS)
    expect(firstChoice([], cost)).toBeUndefined()
  })
  it('keeps the other axis where it can', () => expect(chooseVariant(all, blueM, 'size', 's')).toBe(blueS))
  it('gives way on the other axis when the pair does not exist', () =>
    expect(chooseVariant(all, blueM, 'colour', 'red')).toBe(redS))
  it('shows as out what the chosen rest does not allow', () => {
    expect(isOut(all, blueM, 'size', 's')).toBe(true)
    expect(isOut(all, redS, 'size', 's')).toBe(false)
    expect(isOut(all, blueM, 'colour', 'red')).toBe(true)
  })
})
