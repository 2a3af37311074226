import { afterAll, beforeAll, expect, it } from 'vitest'
import { arrangePictures, createProduct, getProductPictures, uploadPicture } from '@/lib/catalog'
import { openMarket, rivalActor, shopActor, teapot } from '@/lib/catalog/market-fixture'
import { openStore } from '@/lib/files/store-fixture'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { jpegOf } from '@/lib/plugins/pictures/picture-fixture'

const alt = { uz: 'Oldidan', ru: 'Спереди' }
const made = { id: '', key: '', variants: ['', ''] }
let disk: Awaited<ReturnType<typeof openStore>>

beforeAll(async () => {
  await testDb()
  disk = await openStore()
  await openMarket(sql)
  const product = must(await createProduct(teapot(), shopActor))
  Object.assign(made, { id: product.id, variants: product.variants.map(({ id }) => id) })
})
afterAll(async () => {
  await dropTestDbs()
  await disk.close()
})

const upload = async () => ({ bytes: await jpegOf(300, 400), name: 'a.jpg', type: 'image/jpeg' })
const pictures = async () => (await getProductPictures(made.id, shopActor))?.pictures ?? []

it('an upload is laid beside its product until it is put in its place', async () => {
  made.key = must(await uploadPicture(await upload(), shopActor, made.id)).key
  expect(await uploadPicture(await upload(), rivalActor, made.id)).toEqual({ ok: false, code: 'not-found' })
  expect((await pictures()).map(({ key, fresh, own }) => [key, fresh, own])).toEqual([
    ['choynak-3p0-front', false, false],
    [made.key, true, true],
  ])
  expect(await getProductPictures(made.id, rivalActor)).toBeNull()
})

it('what is on sale shows no picture without words', async () => {
  const images = [{ key: made.key, alt: { uz: alt.uz } }, 'choynak-3p0-front']
  const refused = await arrangePictures(made.id, { images, variants: {} }, shopActor)
  expect(refused).toMatchObject({ code: 'picture-text-missing', detail: { key: made.key, locale: 'ru' } })
})

it('variants keep their picture wherever it moves', async () => {
  const [first = '', second = ''] = made.variants
  const images = [{ key: made.key, alt, focal: [0.2, 0.3] as [number, number] }, 'choynak-3p0-front']
  const variants = { [first]: 'choynak-3p0-front', [second]: made.key, var_foreign: made.key }
  expect((await arrangePictures(made.id, { images, variants }, shopActor)).ok).toBe(true)
  const placed = async () => (await getProductPictures(made.id, shopActor))?.variants.map(({ image }) => image)
  expect(await placed()).toEqual([1, 0])
  expect((await pictures()).map(({ key, fresh, focal }) => [key, fresh, focal])).toEqual([
    [made.key, false, [0.2, 0.3]],
    ['choynak-3p0-front', false, null],
  ])
  const turned = [...images].reverse()
  expect((await arrangePictures(made.id, { images: turned, variants: {} }, shopActor)).ok).toBe(true)
  expect(await placed()).toEqual([0, 1])
  expect((await arrangePictures(made.id, { images, variants }, rivalActor)).ok).toBe(false)
})
