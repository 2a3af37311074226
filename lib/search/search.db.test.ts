import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listProducts } from '@/lib/catalog/queries/list-products'
import { dropTestDbs } from '@/lib/kernel/test-db'
import { asked } from './asked-table'
import { seededMarket } from './seeded-market'

beforeAll(async () => void (await seededMarket()))
afterAll(dropTestDbs)

const rows = Object.entries(asked).flatMap(([kind, list]) =>
  list.flatMap(([slug, queries]) => queries.split(' | ').map((q) => ({ kind, q, slug }))),
)

describe('what people type finds what they mean', () => {
  it('covers a hundred and fifty queries and more', () => expect(rows.length).toBeGreaterThanOrEqual(150))

  it.each(rows)('$kind: «$q» → $slug', async ({ q, slug }) => {
    const { items } = await listProducts({ q, limit: 10, facets: false }, 'uz')
    expect(items.map((item) => item.slug)).toContain(slug)
  })
})

it.each([
  ['choynak', 'chinni', /chinni|фарфор/i],
  ['чайник', 'электрический', /elektr|электрич/i],
  ['gilam', 'jun', /jun |шерст/i],
])('«%s -%s» finds what «%s» finds, without any that says so', async (q, unwanted, said) => {
  const filter = { facets: false, limit: 100 }
  const titles = async (asked: string, language: 'uz' | 'ru') =>
    (await listProducts({ ...filter, q: asked }, language)).items.map(({ title }) => title)
  const all = await titles(q, 'uz')
  const left = await titles(`${q} -${unwanted}`, 'uz')
  expect(left.length).toBeGreaterThan(0)
  expect(left.length).toBeLessThan(all.length)
  expect(all).toEqual(expect.arrayContaining(left))
  expect([...left, ...(await titles(`${q} -${unwanted}`, 'ru'))].filter((title) => said.test(title))).toEqual([])
})
