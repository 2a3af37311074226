import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { createProduct } from '../commands/create-product'
import { updateProduct } from '../commands/update-product'
import { openMarket, shopActor, teapot } from '../market-fixture'
import { tagsOfNowhere } from './tags-of-nowhere'

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
})
afterAll(dropTestDbs)

it('knows a guess from every address that leads somewhere, or once did', async () => {
  const { id, slug } = must(await createProduct(teapot(), shopActor))
  expect(await tagsOfNowhere('/uz/p/guessed')).toEqual(['market', 'p:guessed'])
  expect(await tagsOfNowhere(`/uz/p/${encodeURIComponent('choynak «a»')}`)).toEqual(['market', 'p:choynak «a»'])
  expect(await tagsOfNowhere(`/ru/p/${slug}`)).toBeNull()
  must(await updateProduct(id, { slug: `${slug}-yangi` }, shopActor))
  must(await updateProduct(id, { status: 'archived' }, shopActor))
  for (const known of [slug, `${slug}-yangi`]) expect(await tagsOfNowhere(`/uz/p/${known}`)).toBeNull()
})

it.each(['/uz', '/uz/c/idish', '/uz/missing', '/uz/p/a/b', '/uz~home-hero.price/p/a', '/-/-/-'])(
  'leaves %s to its page',
  async (path) => expect(await tagsOfNowhere(path)).toBeNull(),
)
