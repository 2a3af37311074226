import { describe, expect, it } from 'vitest'
import { basisPoints } from './basis-points'
import { parseFlags } from './parse-flags'

describe('the operator types flags', () => {
  it('with a space, with an equals sign, or bare', () => {
    const flags = parseFlags(['--shop', 'rishton', '--percent=12.5', '--dry-run'])
    expect(flags.need('shop')).toBe('rishton')
    expect(flags.get('percent')).toBe('12.5')
    expect(flags.has('dry-run')).toBe(true)
    expect(flags.get('file')).toBeUndefined()
  })

  it('and a missing value is named', () => {
    expect(() => parseFlags(['--shop', '--dry-run']).need('shop')).toThrow('--shop')
    expect(() => parseFlags(['rishton'])).toThrow('no flag')
  })
})

describe('a commission in per cent', () => {
  it.each([
    ['12.5', 1250],
    ['0', 0],
    ['100', 10_000],
    ['7.25', 725],
    ['0.07', 7],
  ])('%s becomes %i basis points', (text, bp) => {
    expect(basisPoints(text)).toBe(bp)
  })

  it.each(['101', '-1', '12,5', '1.234', 'ten', ''])('%s is refused', (text) => {
    expect(() => basisPoints(text)).toThrow('--percent')
  })
})
