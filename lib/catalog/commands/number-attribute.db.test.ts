import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { forgetKept } from '@/lib/search/kept-shortly'
import { openMarket, shopActor, teapot, uzs } from '../market-fixture'
import { listProducts } from '../queries/list-products'
import { createProduct } from './create-product'
import { attachAttribute, saveAttribute } from './edit-attribute'
import { followGoods } from './follow-goods'
import { updateProduct } from './update-product'

const operator = { kind: 'user', id: 'usr_op', role: 'staff', name: 'Operator' } as unknown as Actor
const name = { uz: 'Quvvati', ru: 'Мощность', en: 'Power' }
const power = { code: 'power', name, type: 'number' as const, unit: 'W', filterable: false, options: {} }
const make = (sku: string, watts: unknown) =>
  teapot({ variants: [{ sku, price: uzs(1_000_000), stock: 1 }], attributes: { power: watts } })
const found = async (range: string) => {
  forgetKept('attributes')
  const { items } = await listProducts({ attributes: { power: [range] } }, 'uz')
  return items.map(({ id }) => id).sort()
}

/** What the worker does with what was asked for. */
const followChanges = async () => {
  const { rows } = await sql.query<{ data: Parameters<typeof followGoods>[0] }>(
    `delete from pgboss.job where name = 'follow-goods' returning data`,
  )
  for (const { data } of rows) await followGoods(data)
}

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
})
afterAll(dropTestDbs)

it('a number that the operator lets filter by is found by range, of old goods once the worker has looked', async () => {
  must(await saveAttribute(power, operator))
  must(await attachAttribute({ category: 'idish', code: 'power', required: false, attached: true }, operator))
  const old = must(await createProduct(make('P-1', '1 500'), shopActor)).id
  must(await saveAttribute({ ...power, filterable: true }, operator))
  await followChanges()
  expect(await found('1000..2000')).toEqual([old])

  const fresh = must(await createProduct(make('P-2', 2200.5), shopActor)).id
  expect(await found('2000..2500')).toEqual([fresh])
  must(await updateProduct(fresh, { attributes: { power: 1200 } }, shopActor))
  expect(await found('2000..2500')).toEqual([])
  expect(await found('1200..1500')).toEqual([old, fresh].sort())

  const { facets } = await listProducts({ category: 'choynak' }, 'ru')
  expect(facets.find(({ code }) => code === 'power')).toMatchObject({
    label: 'Мощность',
    range: { min: 1200, max: 1500, unit: 'Вт' },
    values: [
      { value: '1200..1200', count: 1 },
      { value: '1500..1500', count: 1 },
    ],
  })
})

it('a value that the operator calls otherwise is found by its new name', async () => {
  const words = { uz: 'Sopol', ru: 'Керамика', en: 'Ceramics' }
  const material = { code: 'material', name: words, type: 'choice' as const, unit: null, filterable: true }
  must(await saveAttribute({ ...material, options: { clay: words } }, operator))
  const made = teapot({ variants: [{ sku: 'M-1', price: uzs(1_000_000), stock: 1 }], attributes: { material: 'clay' } })
  const { id } = must(await createProduct(made, shopActor))
  const asked = async (q: string) => (await listProducts({ q }, 'uz')).items.map((item) => item.id)
  expect(await asked('sopol')).toEqual([id])
  must(await saveAttribute({ ...material, options: { clay: { ...words, uz: 'Kulolchilik loyi' } } }, operator))
  await followChanges()
  expect(await asked('kulolchilik')).toEqual([id])
  must(await saveAttribute({ ...material, options: { clay: { ...words, uz: 'Kulolchilik loyi' } } }, operator))
  const { rowCount } = await sql.query(`select from pgboss.job where name = 'follow-goods'`)
  expect(rowCount).toBe(0)
})
