import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '@/lib/kernel/db'
import { dropTestDbs } from '@/lib/kernel/test-db'
import { seededMarket } from '@/lib/search/seeded-market'
import { readCategoryPage } from './read-category-page'
import { PAGE_SIZE } from './read-page-of'
import { readShopPage } from './read-shop-page'

beforeAll(async () => void (await seededMarket()))
afterAll(dropTestDbs)

type Page = { items: readonly { id: string }[]; total: number; pages: number } | null

/** Every page of a list, one after another. */
async function turnOver(read: (page: number) => Promise<Page>) {
  const first = await read(1)
  const sizes: number[] = []
  const ids = new Set<string>()
  for (let page = 1; page <= (first?.pages ?? 0); page += 1) {
    const items = (await read(page))?.items ?? []
    sizes.push(items.length)
    for (const { id } of items) ids.add(id)
  }
  return { total: first?.total ?? 0, sizes, seen: ids.size }
}

describe('the pages of a list', () => {
  it('are full but the last, and show every product of a language that not all are written in', async () => {
    await sql.query(`update product set title = title - 'en' where seq % 3 = 0`)
    const uz = await turnOver((page) => readCategoryPage(['idish-tovoq'], page, 'uz'))
    const en = await turnOver((page) => readCategoryPage(['idish-tovoq'], page, 'en'))
    expect(en.total).toBeLessThan(uz.total)
    for (const list of [uz, en, await turnOver((page) => readShopPage('rishton-kulol', page, 'ru'))]) {
      expect(list.seen).toBe(list.total)
      expect(list.sizes.slice(0, -1).every((size) => size === PAGE_SIZE)).toBe(true)
    }
  })
})
