import { setTimeout as pause } from 'node:timers/promises'
import { connect, openPool, sql } from '@/lib/kernel/db'
import { inParallel } from './bench/checkouts'
import { webEnv } from './build'
import { type Book, secrets } from './crash/providers'
import { type Goods, shop } from './crash/shopper'
import { judge } from './crash/verdict'
import { startVictims, type Victims } from './crash/victims'
import { createDatabase } from './database'
import { fillFresh } from './prepare'
import { stopAll } from './run-child'
import { explain } from './step'
import { temporaryPostgres } from './temporary-postgres'

// npm run crash [-- --orders 200 --kills 12]: two instances die again and again while people buy. Needs a build.
const flag = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const wanted = { orders: flag('orders', 200), kills: flag('kills', 12), shoppers: flag('shoppers', 6) }

async function goods(): Promise<Goods[][]> {
  await sql.query('update stock_item set on_hand = 100000')
  const { rows } = await sql.query<Goods>(
    `select v.id as "variantId", p.shop_id as shop from variant v join product p on p.id = v.product_id
      where p.status = 'active' order by md5(v.id) limit 200`,
  )
  return rows.flatMap((one) => {
    const other = rows.find(({ shop: slug }) => slug !== one.shop)
    return other ? [[one, other]] : []
  })
}

/** Kills at random moments for as long as people buy, on top of the deaths at named points. */
async function killer(victims: Victims, still: () => boolean): Promise<void> {
  for (let kills = 0; kills < wanted.kills && still(); kills += 1) {
    await pause(1500 + Math.random() * 3000)
    if (still()) console.log(`  ${await victims.kill()}`)
  }
}

async function live(victims: Victims, pairs: Goods[][]): Promise<[string, string[]][]> {
  const book: Book = new Map()
  let buying = true
  const killing = killer(victims, () => buying)
  const orders = await inParallel(wanted.shoppers, wanted.orders, (at) =>
    shop(victims.bases, pairs[at % pairs.length] ?? [], book),
  ).finally(() => (buying = false))
  await killing
  console.log(`${orders.length} orders, ${victims.killed()} deaths`)
  return judge(victims.bases, orders, book)
}

async function main(): Promise<number> {
  const server = await temporaryPostgres(true)
  try {
    const url = await createDatabase(server, 'bozor_crash')
    await fillFresh(url)
    connect(openPool(url, 8))
    const pairs = await goods()
    const victims = await startVictims({
      ...webEnv(url, 0, 'only-for-crash-tests-only-for-crash'),
      RATE_LIMIT_SCALE: '1000000',
      LOG_LEVEL: 'error',
      PAYME_KEY: secrets.payme,
      CLICK_SECRET: secrets.click,
      CLICK_SERVICE_ID: secrets.service,
      CLICK_MERCHANT_ID: '1',
      CLICK_MERCHANT_USER_ID: '1',
    })
    const verdicts = await live(victims, pairs).finally(() => victims.stop())
    for (const [promise, breaches] of verdicts) {
      console.log(`${breaches.length === 0 ? '✓' : '✗'} ${promise}`)
      for (const breach of breaches.slice(0, 20)) console.log(`    ${breach}`)
    }
    const failed = verdicts.filter(([, breaches]) => breaches.length > 0).length
    console.log(`${verdicts.length - failed} passed, ${failed} failed`)
    return failed
  } finally {
    await stopAll()
    await server.stop()
  }
}

try {
  process.exit((await main()) === 0 ? 0 : 1)
} catch (error) {
  explain(error)
  process.exit(1)
}
