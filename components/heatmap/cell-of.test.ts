import { describe, expect, it } from 'vitest'
import { cellOf } from './cell-of'

const main = { left: 100, top: -400, width: 960 }

describe('the cell of a press', () => {
  it('is where it was on the page’s main part, however far it is scrolled', () => {
    expect(cellOf(100, -400, main)).toEqual([0, 0])
    expect(cellOf(1059, 0, main)).toEqual([23, 10])
    expect(cellOf(140, 39, main)).toEqual([1, 10])
  })

  it('is none beside it, or deeper than the grid', () => {
    for (const [x, y] of [
      [99, 0],
      [1060, 0],
      [500, -401],
      [500, 5600],
    ] as const)
      expect(cellOf(x, y, main)).toBeNull()
  })
})
