import { describe, expect, it } from 'vitest'
import type { CategoryNode } from '@/lib/catalog/schema'
import { branchesWith } from './search-categories'
import { stepFrom } from './use-combobox'

const node = (slug: string, children: CategoryNode[] = []): CategoryNode => ({
  id: `cat_${slug}`,
  slug,
  path: [slug],
  name: slug,
  image: null,
  count: 9,
  children,
})
const tree = [node('dishes', [node('teapots', [node('big'), node('small')]), node('bowls')]), node('books')]
const counts = (...pairs: [string, number][]) => pairs.map(([slug, count]) => ({ id: `cat_${slug}`, count }))
const names = (inside: string | null, ...pairs: [string, number][]) =>
  branchesWith(tree, inside, counts(...pairs)).map((branch) => branch.slug)

describe('the categories of a search', () => {
  it('are the branches that have something, the fullest first', () => {
    expect(names(null, ['dishes', 2], ['books', 5])).toEqual(['books', 'dishes'])
    expect(names('dishes', ['dishes', 5], ['teapots', 1], ['bowls', 4])).toEqual(['bowls', 'teapots'])
  })
  it('go down where there is only one way, and are silent where there is no choice', () => {
    expect(names(null, ['dishes', 5], ['teapots', 1], ['bowls', 4])).toEqual(['bowls', 'teapots'])
    expect(names(null, ['dishes', 5], ['bowls', 5])).toEqual([])
    expect(names('books', ['books', 5])).toEqual([])
  })
})

describe('the arrows', () => {
  it('walk through the list and back into the field', () => {
    expect(stepFrom(null, ['a', 'b'], 1)).toBe('a')
    expect(stepFrom('a', ['a', 'b'], 1)).toBe('b')
    expect(stepFrom('b', ['a', 'b'], 1)).toBeNull()
    expect(stepFrom(null, ['a', 'b'], -1)).toBe('b')
    expect(stepFrom('gone', ['a', 'b'], 1)).toBe('a')
  })
})
