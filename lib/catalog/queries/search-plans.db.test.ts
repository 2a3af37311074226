import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropTestDbs } from '@/lib/kernel/test-db'
import { seededMarket } from '@/lib/search/seeded-market'
import type { ListFilter } from '../schema'
import { listProducts } from './list-products'
import { plansOf as allPlansOf } from './plans-fixture'
import { suggest } from './suggest'

let pool: pg.Pool
beforeAll(async () => {
  pool = await seededMarket()
})
afterAll(dropTestDbs)

/** What the planner would do in a market too big to be read from end to end. */
const plansOf = (work: () => Promise<unknown>) => allPlansOf(pool, work, ['enable_seqscan = off'])

const list = (filter: ListFilter) => () => listProducts(filter, 'uz')

describe('hot queries walk their indexes', () => {
  it.each([
    ['words', list({ q: 'rishton choynagi' })],
    ['words inside a category and a shop', list({ q: 'choynak', category: 'choynaklar', shop: 'rishton-kulol' })],
    [
      'words with three facets',
      list({ q: 'choynak', attributes: { colour: ['cobalt'], volume: ['1.2'], material: ['porcelain'] } }),
    ],
    ['words by price', list({ q: 'choynak', sort: 'price' })],
    ['suggestions', () => suggest('choyn', 'uz')],
  ])('%s', async (_, work) => {
    const plans = await plansOf(work)
    expect(plans).toMatch(/Bitmap Index Scan on search_document_tsv/)
    expect(plans).not.toMatch(/Seq Scan on (search_document|search_word|product|variant)\b/)
  })

  it('misspelt words', async () => {
    const plans = await plansOf(list({ q: 'smratfon choinak' }))
    expect(plans).toMatch(/Index Scan on search_word_spellings/)
    expect(plans).toMatch(/Index Scan on search_word_trigram/)
    // Both find a whole word; which of them costs less is a matter of how full their pages are.
    expect(plans).toMatch(/Index.* (on|using) search_word_(pkey|prefix)/)
    expect(plans).not.toMatch(/Seq Scan on (search_document|search_word|product|variant)\b/)
  })
})
