import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Locale, locales } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { createProduct } from '../commands/create-product'
import { updateProduct } from '../commands/update-product'
import { openMarket, shopActor, teapot, uzs } from '../market-fixture'
import { readCategoryPage } from './read-category-page'
import { readFacetPage } from './read-facet-page'
import { readSitemapFacets } from './read-sitemap-facets'

const made: string[] = []

/** Teapots of a material, with a title in these languages. */
async function make(material: string, count: number, ...written: Locale[]) {
  for (let n = 0; n < count; n++) {
    const sku = `${material}-${made.length}`
    const product = teapot({
      title: Object.fromEntries(written.map((locale) => [locale, `${sku} ${locale}`])),
      description: {},
      attributes: { material },
      variants: [{ sku, options: {}, price: uzs(1_000_000), stock: 1 }],
    })
    made.push(must(await createProduct(product, shopActor)).id)
  }
}

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
  await sql.query(
    `insert into attribute (code, name, type, filterable, options)
     values ('material', '{"uz":"Material"}', 'choice', true, '{"sopol":{"uz":"Sopol"},"chinni":{"uz":"Chinni"}}')`,
  )
  await make('sopol', 3, 'uz', 'ru')
  await make('sopol', 1, 'en')
  await make('chinni', 2, 'uz', 'ru', 'en')
})
afterAll(dropTestDbs)

const listed = async () =>
  (await readSitemapFacets())
    .map(({ path, locales: own }) => [path.uz, own] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))

async function isThere(path: string, locale: Locale): Promise<boolean> {
  const [category = '', segment = ''] = path.slice('/c/'.length).split('/f/')
  const whole = await readCategoryPage(category.split('/'), 1, locale)
  return whole !== null && (await readFacetPage(whole, segment, 1, locale)) !== null
}

describe('the sitemap of single values', () => {
  it('lists a page in the languages that it has enough goods in, and nowhere else', async () => {
    expect(await listed()).toEqual([
      ['/c/idish/choynak/f/material-sopol', ['uz', 'ru']],
      ['/c/idish/f/material-sopol', ['uz', 'ru']],
    ])
  })

  it('lists what answers and nothing that does not', async () => {
    const known = new Map(await listed())
    for (const path of ['/c/idish/f/material-sopol', '/c/idish/f/material-chinni', '/c/idish/choynak/f/material-sopol'])
      for (const locale of locales)
        expect([path, locale, await isThere(path, locale)]).toEqual([
          path,
          locale,
          known.get(path)?.includes(locale) === true,
        ])
  })

  it('agrees with what the pages say of each other', async () => {
    const segment = 'material-sopol'
    const said = async (locale: Locale) => {
      const whole = await readCategoryPage(['idish', 'choynak'], 1, locale)
      return whole && (await readFacetPage(whole, segment, 1, locale))?.languages
    }
    expect(await Promise.all(locales.map(said))).toEqual([['uz', 'ru'], ['uz', 'ru'], undefined])
  })

  it('loses a page with its goods', async () => {
    must(await updateProduct(made[0] ?? '', { status: 'archived' }, shopActor))
    expect(await listed()).toEqual([])
  })
})
