import type { ShopActor } from '@/lib/auth/schema'
import { openGoodsImport, type TakeGoods } from '@/lib/catalog'
import { followProducts } from '@/lib/catalog/commands/index-product'
import { createImport, startImport } from '@/lib/import'
import { takeLease, type Work } from '@/lib/import/commands/lease'
import { readRows } from '@/lib/import/commands/read-rows'
import { takeBatch } from '@/lib/import/commands/take-batch'
import { choicesSchema } from '@/lib/import/schema'
import { connect, openPool, sql, transact } from '@/lib/kernel/db'
import { boot } from '@/lib/kernel/plugin'
import { must } from '@/lib/kernel/result'
import { plugins } from '@/lib/plugins'
import { type Figure, figure } from './figure'
import { growth, seconds } from './ledger'

const WRITTEN = 2_000
const READ = 100_000
const FIFTH = READ / 5
const about = 'Qoʻlda boʻyalgan, pishiq va chiroyli. '

/** A file of our own columns, made as it is read; `words` makes its rows long. */
async function* file(mark: string, rows: number, category: string, words: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from('sku,title_uz,title_ru,description_uz,category,price,stock\n')
  for (let at = 0; at < rows; at += 500) {
    const lines = Array.from({ length: Math.min(500, rows - at) }, (_, n) => {
      const row = at + n
      return `${mark}-${row},Tovar ${mark} ${row},Товар ${mark} ${row},"${about.repeat(words)}",${category},${row + 1000},5\n`
    })
    yield Buffer.from(lines.join(''))
  }
}

async function begin(actor: ShopActor, bytes: AsyncIterable<Uint8Array>): Promise<Work> {
  const made = must(await createImport({ fileName: 'bench.csv', bytes }, actor))
  const choices = choicesSchema.parse({ currency: 'UZS', pictures: false })
  must(await startImport(made.id, { dryRun: false, choices, here: true }, actor))
  const work = await takeLease(made.id)
  if (work === null) throw new Error('Another works on the import of the bench')
  await readRows(work)
  return work
}

/** Milliseconds a product. */
async function write(work: Work, take: TakeGoods): Promise<number> {
  const took = await seconds(async () => {
    while ((await takeBatch(work, take)) > 0);
  })
  return (took * 1000) / WRITTEN
}

const rename = `update product set title = title || jsonb_build_object('uz', 'Yangi nomli tovar ' || seq)
  where id = any($1)`

/** Milliseconds a product: all of a shop's goods have other titles, and search follows as it does the log. */
async function follow({ shopId }: ShopActor): Promise<number> {
  const { rows } = await sql.query<{ id: string }>(
    'select id from product where shop_id = $1 order by seq desc limit $2',
    [shopId, WRITTEN],
  )
  const ids = rows.map(({ id }) => id)
  await sql.query(rename, [ids])
  const took = await seconds(async () => {
    for (let at = 0; at < ids.length; at += 500) await transact((tx) => followProducts(tx, ids.slice(at, at + 500)))
  })
  return (took * 1000) / ids.length
}

/** New goods together beside the same goods one by one, in turns, and what reading fifty megabytes holds. */
async function measure(actor: ShopActor, category: string): Promise<Figure[]> {
  const take = await openGoodsImport(sql, actor, { stock: 'keep' })
  if (take === null) throw new Error('The bench has no shop')
  const alone: TakeGoods = { ...take, many: async (_, goods) => goods.map(() => null) }
  const goods = (mark: string) => file(mark, WRITTEN, category, 3)
  const single = await write(await begin(actor, goods('BA')), alone)
  let together = 0
  const work = await begin(actor, goods('BT'))
  const grown = await growth(async () => {
    together = await write(work, take)
  })
  const same = await write(await begin(actor, goods('BT')), take)
  const followed = await follow(actor)
  const reading = (rows: number) => growth(async () => void (await begin(actor, file(`B${rows}`, rows, category, 13))))
  const fifth = await reading(FIFTH)
  const whole = await reading(READ)
  return [
    figure(`import, one new product of ${WRITTEN.toLocaleString('en')}`, together, 'ms', single),
    figure('import, one that is the same already', same, 'ms', single),
    figure('search, one new title of as many', followed, 'ms'),
    figure('import, memory grown by writing', grown, 'MB'),
    figure('import, memory grown by a fifth of the file below', fifth, 'MB'),
    figure(`import, grown again by ${READ.toLocaleString('en')} rows of 50 MB`, whole, 'MB', fifth),
  ]
}

/** `url`: a database of its own, to be thrown away. */
export async function measureImports(url: string): Promise<Figure[]> {
  const pool = openPool(url, 4)
  connect(pool)
  boot(plugins)
  try {
    const { rows } = await sql.query<{ shop: ShopActor['shopId']; category: string }>(
      `select (select id from shop order by id limit 1) as shop,
              (select slug from category order by cardinality(path) desc, slug limit 1) as category`,
    )
    const [found] = rows
    if (found === undefined) throw new Error('The bench has no market')
    return await measure({ kind: 'shop', shopId: found.shop, keyId: 'bench', scopes: [] }, found.category)
  } finally {
    await pool.end()
  }
}
