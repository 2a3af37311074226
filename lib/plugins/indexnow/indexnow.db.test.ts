import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { createProduct, putStock, saveCategory } from '@/lib/catalog'
import { openMarket, shopActor, teapot } from '@/lib/catalog/market-fixture'
import { sql } from '@/lib/kernel/db'
import { prepareJobs } from '@/lib/kernel/jobs'
import { boot } from '@/lib/kernel/plugin'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { drain } from '@/lib/kernel/test-work'
import { plugins } from '@/lib/plugins'
import { announcing } from './index'

type Told = { host: string; key: string; keyLocation: string; urlList: string[] }

const told: Told[] = []
let status = 200
let engine: Server
let plugin: ReturnType<typeof announcing>

const open = async () => {
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    told.push(JSON.parse(Buffer.concat(pieces).toString()) as Told)
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

const run = (name: string, input: object = {}) => plugin.functions?.[name]?.(input as never)

/** One turn: what is due goes into batches, and the jobs that were asked for are run. */
async function turn() {
  await run('collect-indexnow')
  const { rows } = await sql.query<{ id: string; batch: string }>(
    `update pgboss.job set state = 'completed' where name = 'send-indexnow' and state < 'active'
     returning id, data->>'batch' as batch`,
  )
  for (const { batch } of rows) await run('send-indexnow', { batch })
}

beforeAll(async () => {
  engine = await open()
})
afterAll(() => void engine.close())
afterEach(dropTestDbs)

beforeEach(async () => {
  const pool = await testDb()
  const { port } = engine.address() as AddressInfo
  plugin = announcing({
    key: 'k3y-of-a-test',
    endpoint: `http://127.0.0.1:${port}/indexnow`,
    origin: 'https://bozor.uz',
  })
  boot([...plugins.filter(({ name }) => name !== 'indexnow'), plugin])
  await prepareJobs(
    `${process.env['TEST_DATABASE_URL']?.replace(/\/[^/]*$/, '')}/${pool.options.connectionString?.split('/').at(-1)}`,
  )
  told.length = 0
  status = 200
  await openMarket(sql)
})

it('announces a new product in the languages it is written in, with its category and its shop', async () => {
  const made = must(await createProduct(teapot(), shopActor))
  await drain(plugin.name)
  await turn()
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject({
    host: 'bozor.uz',
    key: 'k3y-of-a-test',
    keyLocation: 'https://bozor.uz/k3y-of-a-test.txt',
  })
  expect(told[0]?.urlList).toEqual(
    expect.arrayContaining([
      `https://bozor.uz/uz/p/${made.slug}`,
      `https://bozor.uz/ru/p/${made.slug}`,
      'https://bozor.uz/en/c/idish/choynak',
      'https://bozor.uz/ru/shop/rishton',
    ]),
  )
})

it('announces a category that has moved, where it was and where it is, and all below it', async () => {
  const operator = { kind: 'system', id: 'test' } as const
  const name = { uz: 'Idishlar', ru: 'Посуда', en: 'Dishes' }
  const { rows } = await sql.query<{ id: string }>(`select id from category where path = '{idish}'`)
  const id = rows[0]?.id ?? ''
  must(await saveCategory({ id, parent: null, slug: 'idish', name, position: 1 }, operator))
  await drain(plugin.name)
  await turn()
  const announced = () => told.flatMap(({ urlList }) => urlList).toSorted()
  const inAll = (path: string) => ['en', 'ru', 'uz'].map((locale) => `https://bozor.uz/${locale}/c/${path}`)
  expect(announced()).toEqual(inAll('idish').toSorted())
  must(await saveCategory({ id, parent: null, slug: 'idishlar', name, position: 1 }, operator))
  told.length = 0
  await sql.query(`update indexnow_address set sent_at = now() - interval '11 minutes'`)
  await drain(plugin.name)
  await turn()
  expect(announced()).toEqual(['idish', 'idish/choynak', 'idishlar', 'idishlar/choynak'].flatMap(inAll).toSorted())
})

it('tells of an address once in ten minutes, however often it changes', async () => {
  must(await createProduct(teapot(), shopActor))
  await drain(plugin.name)
  await turn()
  for (const quantity of [7, 8, 9]) must(await putStock([{ sku: 'CH-1', quantity }], shopActor))
  await drain(plugin.name)
  await turn()
  expect(told).toHaveLength(1)
  await sql.query(`update indexnow_address set sent_at = now() - interval '11 minutes'`)
  await turn()
  await turn()
  expect(told).toHaveLength(2)
})

it('tries again what the engine could not take, and loses nothing', async () => {
  must(await createProduct(teapot(), shopActor))
  await drain(plugin.name)
  status = 503
  await run('collect-indexnow')
  const { rows } = await sql.query<{ batch: string }>('select distinct batch from indexnow_address')
  const batch = rows[0]?.batch ?? ''
  await expect(run('send-indexnow', { batch })).rejects.toThrow('503')
  status = 202
  await run('send-indexnow', { batch })
  await run('send-indexnow', { batch })
  expect(told).toHaveLength(2)
  expect(told[1]).toEqual(told[0])
})

it('sends no more than 10,000 addresses at once', async () => {
  await sql.query(
    `insert into indexnow_address (path, changed_at) select '/uz/p/goods-' || n, now() from generate_series(1, 10001) n`,
  )
  await turn()
  await turn()
  expect(told.map(({ urlList }) => urlList.length)).toEqual([10_000, 1])
})

it('does nothing without a key', () => {
  const off = announcing({ key: undefined, endpoint: 'http://127.0.0.1:1/', origin: 'https://bozor.uz' })
  expect(off).toEqual({ name: 'indexnow' })
})
