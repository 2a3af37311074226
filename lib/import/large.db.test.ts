import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMarket, shopActor } from '@/lib/catalog/market-fixture'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { takeLease } from './commands/lease'
import { readRows } from './commands/read-rows'
import { createImport, startImport } from './index'
import { choose, read } from './test-import'

const ROWS = 100_000
const about = 'Qoʻlda boʻyalgan, pishiq va chiroyli. '.repeat(13)

/** Fifty megabytes, made as they are read. */
async function* large(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('sku,title,description,category,price\n')
  for (let at = 0; at < ROWS; at += 500) {
    const lines = Array.from(
      { length: 500 },
      (_, n) => `L-${at + n},Tovar ${at + n},"${about}",choynak,${at + n + 1}\n`,
    )
    yield Buffer.from(lines.join(''))
  }
}

// Half a minute and more: TEST_LARGE=1 asks for it.
describe.skipIf(!process.env['TEST_LARGE'])('a file of fifty megabytes', () => {
  beforeAll(async () => {
    await testDb()
    await openMarket(sql)
  })
  afterAll(dropTestDbs)

  it('is kept and read without being held', { timeout: 600_000 }, async () => {
    let most = 0
    const before = process.memoryUsage().rss
    const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50)
    const from = performance.now()
    const made = must(await createImport({ fileName: 'large.csv', bytes: large() }, shopActor))
    must(await startImport(made.id, { dryRun: true, choices: choose({ currency: 'UZS' }), here: true }, shopActor))
    const work = await takeLease(made.id)
    if (!work) throw new Error('no lease')
    await readRows(work)
    clearInterval(timer)
    const megabytes = Math.round((most - before) / 1_048_576)
    console.log(`${ROWS} rows in ${((performance.now() - from) / 1000).toFixed(1)} s, ${megabytes} MB more`)
    const done = await read(made.id)
    expect(done).toMatchObject({ status: 'running', rows: ROWS, total: ROWS })
    expect(done.bytes).toBeGreaterThan(50_000_000)
    expect(megabytes).toBeLessThan(200)
  })
})
