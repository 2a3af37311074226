import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
  await sql.query("update attribute set code = 'material', type = 'choice' where code = 'colour'")
  for (const n of [1, 2, 3])
    must(
      await createProduct(
        teapot({
          title: { uz: `Choynak ${n}` },
          variants: [{ sku: `N-${n}`, options: {}, price: { amount: '11000000', currency: 'UZS' }, stock: 1 }],
          attributes: { material: 'sopol' },
        }),
        shopActor,
      ),
    )
  await sql.query("insert into category_slug (slug, category_id) values ('choynaklar', 'cat_2')")
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

describe('guessed lists', () => {
  const category = (slug: string) => ['market', 'categories', `c:${slug}`]
  it.each([
    ['/uz/c/guessed', category('guessed')],
    ['/uz/c/idish/guessed', category('guessed')],
    ['/ru/c/idish/p/2', category('idish')],
    ['/uz/c/idish/p/0', category('idish')],
    ['/uz/c/idish/p/999999', category('idish')],
    ['/uz/c/idish/f/material-oltin', category('idish')],
    ['/uz/c/idish/f/guessed/p/2', category('idish')],
    ['/uz/c/idish/f/material-sopol/p/201', category('idish')],
    // Not written in this language, so there is nothing to choose.
    ['/ru/c/idish/f/material-sopol', category('idish')],
    ['/uz/c/choynaklar/f/material-sopol', category('choynaklar')],
    ['/uz/shop/guessed', ['market', 's:guessed']],
    ['/uz/shop/rishton/p/2', ['market', 's:rishton']],
    ['/uz/shop/rishton/guessed', ['market', 's:rishton']],
    ['/uz/shop/rishton/f/material-sopol', ['market', 's:rishton']],
  ])('knows that %s leads nowhere, and what would change that', async (path, tags) =>
    expect(await tagsOfNowhere(path)).toEqual(tags),
  )

  it.each([
    '/uz/c/idish',
    '/en/c/idish/choynak',
    '/uz/c/idish/p/1',
    '/uz/c/choynak',
    '/uz/c/choynaklar',
    '/uz/c/choynaklar/p/7',
    '/uz/c/idish/f/material-sopol',
    '/uz/c/idish/f/material-sopol/p/2',
    '/uz/shop/rishton',
    '/uz/shop/rishton/p/1',
  ])('leaves %s, or where it leads to, to its page', async (path) => expect(await tagsOfNowhere(path)).toBeNull())
})

it.each(['/uz', '/uz/missing', '/uz/help/guessed', '/uz/p/a/b', '/uz~home-hero.price/p/a', '/-/-/-', '/xx/c/a'])(
  'leaves %s to its page',
  async (path) => expect(await tagsOfNowhere(path)).toBeNull(),
)
