import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openMarket } from '@/lib/catalog/market-fixture'
import { runImportHere } from '@/lib/import'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { createKey } from '@/lib/seller'
import { calls } from './operations'

// No Next here: only its cache of the tree of categories is missed.
vi.mock('next/cache', () => ({ cacheLife: () => {}, cacheTag: () => {} }))

const csv = 'sku,title,category,price\nA-1,Choynak,choynak,100\nA-2,Piyola,choynak,1.234\n'
let key = ''
let rival = ''

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
  key = must(await createKey('rishton')).key
  rival = must(await createKey('chorsu')).key
})
afterAll(dropTestDbs)

async function post(body: BodyInit, query: string, type?: string) {
  const request = new Request(`http://shop.test/api/v1/seller/imports${query}`, {
    method: 'POST',
    body,
    headers: {
      Authorization: `Bearer ${key}`,
      ...(type ? { 'Content-Type': type } : {}),
      ...(body instanceof FormData ? { 'Content-Length': '500' } : {}),
    },
  })
  const response = await calls.createImport.serve(request, {})
  return { status: response.status, answer: (await response.json()) as { id: string; code: string } }
}

async function get(id: string, token = key) {
  const headers = { Authorization: `Bearer ${token}` }
  const response = await calls.getImport.serve(
    new Request(`http://shop.test/api/v1/seller/imports/${id}`, { headers }),
    { id },
  )
  return { status: response.status, answer: await response.json() }
}

it('takes a file as the body, tries it and tells what is wrong', async () => {
  const made = await post(csv, '?dryRun=true&currency=UZS', 'text/csv; charset=utf-8')
  expect(made).toMatchObject({ status: 201, answer: { dryRun: true, status: 'reading', format: 'own' } })
  await runImportHere(made.answer.id)
  const { answer } = await get(made.answer.id)
  expect(calls.getImport.answer.safeParse(answer).error).toBeUndefined()
  expect(answer).toMatchObject({
    status: 'done',
    total: 2,
    created: 1,
    refused: 1,
    errors: [{ line: 3, code: 'ambiguous-price', value: '1.234' }, { code: 'no-variants' }],
  })
  expect((await get(made.answer.id, rival)).status).toBe(404)
})

it('takes a form with the same fields', async () => {
  const form = new FormData()
  form.set('file', new File([csv], 'goods.csv', { type: 'text/csv' }))
  form.set('currency', 'USD')
  form.set('rate', '12650')
  form.set('dryRun', 'true')
  const made = await post(form, '')
  expect(made).toMatchObject({ status: 201, answer: { fileName: 'goods.csv', dryRun: true } })
})

it('refuses with a reason', async () => {
  expect(await post(csv, '', 'text/csv')).toMatchObject({ status: 422, answer: { code: 'currency-needed' } })
  expect(await post(csv, '?currency=USD', 'text/csv')).toMatchObject({ status: 422, answer: { code: 'bad-rate' } })
  expect(await post('{}', '?currency=UZS', 'application/json')).toMatchObject({ status: 415 })
  expect(await post('', '?currency=UZS', 'text/csv')).toMatchObject({ status: 422, answer: { code: 'empty-file' } })
  expect(await post('PK\x03\x04', '?currency=UZS', 'text/csv')).toMatchObject({ answer: { code: 'unreadable-file' } })
  expect(await post(csv, '?currency=UZS&color=red', 'text/csv')).toMatchObject({ status: 400 })
  // Nobody comes back for these: nothing of them is kept.
  const { rows } = await sql.query(`select from goods_import where status = 'mapping'`)
  expect(rows.length).toBe(0)
})
