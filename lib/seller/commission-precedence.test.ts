import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { pickRule, type ScopedRule } from './commission-precedence'

const rule = (id: string, given: Partial<ScopedRule> = {}): ScopedRule => ({
  id,
  version: 1,
  bp: 1000,
  fixed: 0,
  min: null,
  max: null,
  shopId: null,
  categoryId: null,
  depth: 0,
  validFrom: 0,
  ...given,
})

const everyone = rule('everyone')
const newer = rule('newer', { validFrom: 5 })
const twin = rule('twin', { validFrom: 5 })
const dishes = rule('dishes', { categoryId: 'dishes', depth: 1, validFrom: 9 })
const teapots = rule('teapots', { categoryId: 'teapots', depth: 2 })
const alfa = rule('alfa', { shopId: 'alfa' })
const alfaDishes = rule('alfa-dishes', { shopId: 'alfa', categoryId: 'dishes', depth: 1 })
const beta = rule('beta', { shopId: 'beta', categoryId: 'teapots', depth: 2 })

const teapot = { shopId: 'alfa', categoryIds: ['dishes', 'teapots'] }
const plate = { shopId: 'gamma', categoryIds: ['dishes', 'plates'] }

describe('which commission rule counts', () => {
  test.each([
    ['shop and category before the shop', [alfa, alfaDishes], teapot, 'alfa-dishes'],
    ['the shop before a category, however near', [alfa, teapots, dishes], teapot, 'alfa'],
    ['the nearest category, not the newest', [dishes, teapots], teapot, 'teapots'],
    ['an inherited category before everyone', [everyone, dishes, teapots], plate, 'dishes'],
    ['the newest of one scope', [newer, everyone], plate, 'newer'],
    ['the greater id of one instant', [twin, newer], plate, 'twin'],
    ['nothing of another shop or category', [everyone, beta, alfa, teapots], plate, 'everyone'],
    ['six per cent where nobody wrote a rule', [beta], plate, 'built-in'],
  ])('%s', (_, rules, line, expected) => {
    expect(pickRule(rules, line).id).toBe(expected)
    expect(pickRule([...rules].reverse(), line).id).toBe(expected)
  })
})

const some = fc.record({
  id: fc.string({ minLength: 1, maxLength: 3 }),
  shopId: fc.constantFrom(null, 'alfa', 'beta'),
  categoryId: fc.constantFrom(null, 'dishes', 'teapots'),
  validFrom: fc.integer({ min: 0, max: 3 }),
})

describe('the choice', () => {
  it('does not depend on the order in which rules are read', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(some, { selector: ({ id }) => id }),
        fc.integer({ min: 0, max: 100 }),
        (given, turn) => {
          const depths = { dishes: 1, teapots: 2 }
          const rules = given.map((one) => rule(one.id, { ...one, depth: one.categoryId ? depths[one.categoryId] : 0 }))
          const turned = [...rules.slice(turn % (rules.length + 1)), ...rules.slice(0, turn % (rules.length + 1))]
          expect(pickRule(turned, teapot).id).toBe(pickRule(rules, teapot).id)
        },
      ),
    )
  })
})
