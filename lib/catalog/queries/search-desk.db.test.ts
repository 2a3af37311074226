import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { UserActor } from '@/lib/auth/schema'
import { sql, transact } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs } from '@/lib/kernel/test-db'
import { work } from '@/lib/kernel/worker'
import {
  addSynonyms,
  documentVersion,
  flushSearches,
  listMissedSearches,
  listRules,
  listSynonyms,
  noteSearch,
  planSearch,
  removeSynonyms,
  setRule,
} from '@/lib/search'
import { seededMarket } from '@/lib/search/seeded-market'
import { announce } from '../commands/announce'
import { indexProduct } from '../commands/index-product'
import { rebuildSearch, refreshSearch } from '../commands/rebuild-search'
import { explainSearch } from './explain-search'
import { listProducts } from './list-products'
import { suggest } from './suggest'

const operator: UserActor = { kind: 'user', id: 'usr_op', name: 'Op', phone: '+998900000001', role: 'admin' }
const buyer: UserActor = { ...operator, id: 'usr_b', role: 'buyer' }

beforeAll(async () => void (await seededMarket()))
afterAll(dropTestDbs)

const slugsOf = async (q: string) => (await listProducts({ q }, 'uz')).items.map((item) => item.slug)
const documents = async () =>
  (
    await sql.query<{ all: string }>(
      `select md5(string_agg(product_id || title || digest || tsv::text, '|' order by product_id)) as all
       from search_document`,
    )
  ).rows[0]?.all
const knownWords = async () =>
  (await sql.query<{ all: string }>(`select string_agg(word, ' ' order by word) as all from search_word`)).rows[0]?.all

describe('the index', () => {
  it('rebuilt is the one that the seed and the sellers wrote, word for word', async () => {
    const [before, words] = [await documents(), await knownWords()]
    expect(await rebuildSearch()).toEqual({ products: 600, changed: 0, orphans: 0 })
    expect(await documents()).toBe(before)
    expect(await knownWords()).toBe(words)
  })

  it('is put right where it was lost or wrong, while searches go on', async () => {
    const before = await documents()
    await sql.query(
      `delete from search_document where product_id < (select id from product order by id offset 50 limit 1)`,
    )
    await sql.query(`update search_document set title = 'eski' where product_id like '%7'`)
    await sql.query(`update product set facets = '{}' where id like '%8'`)
    await sql.query(`insert into search_document select 'prd_gone', 'gone', '', ''::tsvector`)
    await sql.query('update search_state set version = 1, rebuilt_at = null')
    const [found] = await Promise.all([slugsOf('sozana'), refreshSearch()])
    expect(found).not.toEqual([])
    expect(await documents()).toBe(before)
    expect((await sql.query<{ version: number }>('select version from search_state')).rows).toEqual([
      { version: documentVersion },
    ])
  })

  it('follows a change through the log: whoever announces it is found by the new words', async () => {
    const { rows } = await sql.query<{ id: string; slug: string }>(
      `select id, slug from product where slug = 'krujka-oltin-kuz'`,
    )
    const { id = '', slug = '' } = rows[0] ?? {}
    await transact(async (tx) => {
      await tx.query(`update product set title = title || '{"uz":"Zumradqush finjoni"}' where id = $1`, [id])
      await announce(tx, { productId: id, slugs: [slug] }, operator)
    })
    expect(await slugsOf('zumradqush')).toEqual([])
    // The log is read below the oldest transaction of the whole server, whichever test holds it open.
    await vi.waitFor(
      async () => {
        await work()
        expect(await slugsOf('zumradqush')).toEqual([slug])
      },
      { timeout: 15_000, interval: 50 },
    )
    expect(await slugsOf('zumradqsh')).toEqual([slug])
    expect(await transact((tx) => indexProduct(tx, id))).toBe(0)
  })
})

describe('what the operator decides', () => {
  it('makes words mean the same, recognised in any case, until the line is taken away', async () => {
    expect(await slugsOf('пиалушка')).toEqual([])
    const { id } = must(await addSynonyms(['пиалушка', 'piyola'], operator))
    expect((await slugsOf('пиалушки'))[0]).toContain('piyola')
    expect((await slugsOf('piyola')).length).toBeGreaterThan(0)
    must(await removeSynonyms(id, operator))
    expect(await slugsOf('пиалушка')).toEqual([])
    expect(await addSynonyms(['a', 'b'], buyer)).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await addSynonyms(['piyola'], operator)).toMatchObject({ ok: false, code: 'too-few-terms' })
  })

  it('keeps lines whose keys are those that the market was given', async () => {
    const given = await sql.query<{ id: string; terms: string[]; keys: string[] }>(
      'select id, terms, keys from search_synonym',
    )
    for (const { id, terms, keys } of given.rows) {
      const made = must(await addSynonyms(terms, operator))
      const { rows } = await sql.query<{ keys: string[] }>('select keys from search_synonym where id = $1', [made.id])
      must(await removeSynonyms(made.id, operator))
      expect(keys, id).toEqual(expect.arrayContaining(rows[0]?.keys ?? []))
    }
    expect((await listSynonyms(operator)).length).toBe(given.rows.length)
  })

  it('pins products in their order and leads a query elsewhere', async () => {
    const pins = ['smartfon-navro-a3', 'krujka-oltin-kuz']
    must(await setRule({ query: 'Sovgʻa!', redirect: null, pins }, operator))
    expect((await slugsOf("sovg'a")).slice(0, 2)).toEqual(pins)
    const first = await listProducts({ q: 'sovga', limit: 1 }, 'uz')
    const next = await listProducts({ q: 'sovga', limit: 3, cursor: first.nextCursor ?? '' }, 'uz')
    expect([first, next].flatMap(({ items }) => items.map((item) => item.slug)).slice(0, 2)).toEqual(pins)
    must(await setRule({ query: 'yangi yil', redirect: '/c/sovga-savatlari', pins: [] }, operator))
    expect((await planSearch('Yangi yil'))?.redirect).toBe('/c/sovga-savatlari')
    expect(await listRules(operator)).toHaveLength(2)
    for (const redirect of ['https://evil.example', '//evil.example', '/\\evil.example', 'c/x'])
      expect(await setRule({ query: 'x', redirect, pins: [] }, operator)).toMatchObject({ code: 'bad-redirect' })
    expect(await setRule({ query: 'x', redirect: null, pins: ['yoq'] }, operator)).toMatchObject({
      code: 'unknown-product',
    })
    must(await setRule({ query: 'sovga', redirect: null, pins: [] }, operator))
    expect(await listRules(operator)).toHaveLength(1)
  })

  it('sees what found nothing, and nothing about who asked', async () => {
    await flushSearches()
    await sql.query('delete from search_log')
    for (let n = 0; n < 3; n += 1) await listProducts({ q: 'Kosmik raketa' }, 'uz')
    await listProducts({ q: 'gilam', priceMax: 1 }, 'uz')
    await listProducts({ q: 'gilam', category: 'choynaklar' }, 'uz')
    noteSearch('+998 90 123-45-67', 'uz', 0)
    noteSearch('ali@example.uz', 'uz', 0)
    noteSearch('choynak', 'ru', 36)
    await flushSearches()
    expect(await listMissedSearches(operator)).toMatchObject([{ query: 'kosmik raketa', locale: 'uz', times: 3 }])
    const { rows } = await sql.query<{ query: string }>('select query from search_log order by 1')
    expect(rows.map(({ query }) => query)).toEqual(['choynak', 'kosmik raketa'])
    expect(await listMissedSearches(buyer)).toEqual([])
  })

  it('is told why a result stands where it stands: parts that add up to the score', async () => {
    const why = await explainSearch('chust pichogi bodom', 'ru', operator)
    expect(why?.results[0]?.slug).toBe('chust-pichogi-bodom')
    for (const { score, parts, pinned } of why?.results ?? []) {
      expect(pinned).toBe(false)
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 3)
    }
    expect(await explainSearch('chust', 'ru', buyer)).toBeNull()
  })
})

describe('filters', () => {
  it('are OR within a facet, AND across; a facet counts what its other values would add', async () => {
    const all = await listProducts({ q: 'choynak', limit: 100 }, 'uz')
    const colours = all.facets.find(({ code }) => code === 'colour')?.values ?? []
    const [one, two] = colours.map(({ value }) => value)
    const both = await listProducts({ q: 'choynak', limit: 100, attributes: { colour: [one ?? '', two ?? ''] } }, 'uz')
    const single = await listProducts({ q: 'choynak', limit: 100, attributes: { colour: [one ?? ''] } }, 'uz')
    expect(single.total.value).toBe(colours[0]?.count)
    expect(both.total.value).toBeGreaterThanOrEqual(single.total.value)
    expect(both.facets.find(({ code }) => code === 'colour')?.values).toEqual(colours)
    const across = await listProducts({ q: 'choynak', attributes: { colour: [one ?? ''], volume: ['1.2'] } }, 'uz')
    expect(across.total.value).toBeLessThanOrEqual(single.total.value)
    expect(
      single.facets.find(({ code }) => code === 'volume')?.values.find(({ value }) => value === '1.2')?.count,
    ).toBe(across.total.value)
  })

  it('count categories, and prices beyond the chosen ones, too', async () => {
    const all = await listProducts({ q: 'choynak' }, 'uz')
    expect(all.prices?.bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(all.total.value)
    expect(all.facetsExact).toBe(true)
    const cheap = await listProducts({ q: 'choynak', priceMax: all.prices?.bars[4]?.to.amount ?? 0 }, 'uz')
    expect(cheap.total.value).toBeLessThan(all.total.value)
    expect(cheap.prices).toEqual(all.prices)
    const { rows } = await sql.query<{ id: string }>(`select id from category where slug = 'choynaklar'`)
    const count = all.categories.find(({ id }) => id === rows[0]?.id)?.count
    expect((await listProducts({ q: 'choynak', category: 'choynaklar' }, 'uz')).total.value).toBe(count)
  })

  it.each(['relevance', 'price', '-price', 'new', 'rating', 'popular'] as const)('page by key, by %s', async (sort) => {
    const whole = (await listProducts({ q: 'choynak', sort, limit: 100 }, 'uz')).items.map((item) => item.id)
    const paged: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await listProducts({ q: 'choynak', sort, limit: 7, cursor }, 'uz')
      paged.push(...page.items.map((item) => item.id))
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    expect(paged).toEqual(whole)
  })

  it('of an unknown category or shop find nothing', async () => {
    expect((await listProducts({ q: 'choynak', category: 'yoq' }, 'uz')).total.value).toBe(0)
    expect((await listProducts({ q: 'choynak', shop: 'yoq' }, 'uz')).total.value).toBe(0)
    expect((await listProducts({ q: 'choynak', shop: 'rishton-kulol' }, 'uz')).total.value).toBeGreaterThan(0)
  })
})

describe('suggestions', () => {
  it('are goods, categories and shops, in any script', async () => {
    const found = await suggest('чойн', 'uz')
    expect(found.products.length).toBeGreaterThan(0)
    expect(found.products[0]?.image).not.toBeNull()
    expect(found.categories[0]?.name).toMatch(/choynak/i)
    expect((await suggest('xiva gil', 'ru')).shops).toContainEqual({ slug: 'xiva-gilam', name: 'Xiva Gilam' })
    expect((await suggest('rybu', 'ru')).categories.map(({ name }) => name)).toContain('Книги')
    expect(await suggest('  ', 'uz')).toEqual({ products: [], categories: [], shops: [] })
  })
})
