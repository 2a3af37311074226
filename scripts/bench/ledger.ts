import pg from 'pg'
import { connect, openPool } from '@/lib/kernel/db'
import { boot } from '@/lib/kernel/plugin'
import { checkLedger } from '@/lib/ledger'
import { plugins } from '@/lib/plugins'
import { type Figure, figure } from './figure'

const ORDERS = 100_000
const SHOPS = 500

/** Orders of one parcel and one line, paid and delivered: ten entries in three transactions each. */
const fill = [
  'set session_replication_role = replica',
  `create temp table bench_sale as
   select n, 'ord_bench' || n as order_id, 'par_bench' || n as parcel_id, 'pay_bench' || n as payment_id,
          (900000000 + n)::text || 'Z' as number, 'sho_bench' || n % ${SHOPS} as shop_id,
          1000000 + n * 7 as items, 150000 + n % 1000 as delivery, (1000000 + n * 7) / 10 as commission,
          (1000000 + n * 7) * 12 / 1120 as vat
     from generate_series(1, ${ORDERS}) n`,
  `insert into order_view (id, number, cart_id, status, currency, items_total, delivery_total, total, paid_total, provider,
                           placed_at, updated_at)
   select order_id, number, 'crt_bench' || n, 'completed', 'UZS', items, delivery, items + delivery, items + delivery,
          'payme', now(), now() from bench_sale`,
  `insert into parcel_view (id, order_id, shop_id, status, released, method, items_total, delivery, total, commission,
                            currency, placed_at, updated_at)
   select parcel_id, order_id, shop_id, 'delivered', true, 'courier', items, delivery, items + delivery, commission, 'UZS',
          now(), now() from bench_sale`,
  `insert into parcel_line_view (id, parcel_id, variant_id, product_id, sku, title, quantity, price, commission_bp,
                                 commission, position)
   select 'lin_bench' || n, parcel_id, 'var', 'prd', 'sku', '{}', 1, items, 1000, commission, 0 from bench_sale`,
  `insert into payment_view (id, order_id, provider, status, amount, captured, currency, provider_ref, created_at,
                             updated_at)
   select payment_id, order_id, 'payme', 'captured', items + delivery, items + delivery, 'UZS', 'bench' || n, now(), now()
     from bench_sale`,
  `insert into ledger_account (code, kind, currency, shop_id)
   select kind, split_part(kind, ':', 1), 'UZS', null
     from unnest('{clearing:payme,buyer_funds,platform_fee,vat_on_fee}'::text[]) kind
   union all
   select kind || ':sho_bench' || n, kind, 'UZS', 'sho_bench' || n
     from unnest('{shop_pending,shop_payable}'::text[]) kind, generate_series(0, ${SHOPS - 1}) n
   on conflict do nothing`,
  `insert into ledger_txn (kind, ref, order_id, number, parcel_id, payment_id)
   select kind, case kind when 'capture' then 'payme:bench' || n when 'sale' then parcel_id else parcel_id || ':9' end,
          order_id, number, case when kind <> 'capture' then parcel_id end, payment_id
     from bench_sale, unnest('{capture,sale,release}'::text[]) kind`,
  `insert into ledger_entry (txn_id, account_id, currency, amount, type, formula)
   select t.id, a.id, 'UZS', e.amount, e.type, jsonb_build_object('rule', 'bench', 'sources', jsonb_build_array(s.order_id))
     from bench_sale s
     cross join lateral (values
       ('capture', 'payme:bench' || n, 'clearing:payme', 'capture', items + delivery),
       ('capture', 'payme:bench' || n, 'buyer_funds', 'capture', -items - delivery),
       ('sale', parcel_id, 'buyer_funds', 'sale', items + delivery),
       ('sale', parcel_id, 'shop_pending:' || shop_id, 'sale', -items),
       ('sale', parcel_id, 'shop_pending:' || shop_id, 'delivery', -delivery),
       ('sale', parcel_id, 'shop_pending:' || shop_id, 'commission', commission),
       ('sale', parcel_id, 'platform_fee', 'commission', vat - commission),
       ('sale', parcel_id, 'vat_on_fee', 'vat', -vat),
       ('release', parcel_id || ':9', 'shop_pending:' || shop_id, 'release', items + delivery - commission),
       ('release', parcel_id || ':9', 'shop_payable:' || shop_id, 'release', commission - items - delivery)
     ) e(kind, ref, code, type, amount)
     join ledger_txn t on t.kind = e.kind and t.ref = e.ref
     join ledger_account a on a.code = e.code`,
  `insert into ledger_balance
   select e.account_id, sum(e.amount), count(*) from ledger_entry e join ledger_account a on a.id = e.account_id
    where a.shop_id like 'sho_bench%' group by e.account_id`,
  'vacuum analyze',
]

export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

const rss = () => process.memoryUsage.rss() / 1024 / 1024

/** Of this process while `work` runs, in MB above where it began. */
export async function growth(work: () => Promise<unknown>): Promise<number> {
  const before = rss()
  let most = before
  const timer = setInterval(() => (most = Math.max(most, rss())), 10)
  await work().finally(() => clearInterval(timer))
  return Math.max(most, rss()) - before
}

/** Every proof over a million entries, beside one bare sum of them. `url`: a database of its own, to be thrown away. */
export async function measureLedger(url: string): Promise<Figure[]> {
  const client = new pg.Client({ connectionString: url })
  const pool = openPool(url, 2)
  await client.connect()
  connect(pool)
  boot(plugins)
  try {
    await checkLedger()
    for (const text of fill) await client.query(text)
    const bare = await seconds(() => client.query('select currency, sum(amount) from ledger_entry group by currency'))
    let report: Awaited<ReturnType<typeof checkLedger>> | undefined
    let took = 0
    const grown = await growth(async () => {
      took = await seconds(async () => (report = await checkLedger()))
    })
    if (report?.breaches.length) throw new Error(`The bench's books are wrong: ${JSON.stringify(report.breaches[0])}`)
    const name = `ledger check over ${report?.entries.toLocaleString('en')} entries`
    return [figure(name, took, 's', bare), figure('ledger check, memory grown by', grown, 'MB')]
  } finally {
    await client.end()
    await pool.end()
  }
}
