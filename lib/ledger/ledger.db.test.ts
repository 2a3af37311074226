import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/schema'
import { sql, transact } from '@/lib/kernel/db'
import { type Currency, money } from '@/lib/kernel/money'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { account, clearing, shopAccount } from './accounts'
import { postPayout, postPayoutDebt, postReserveRelease } from './commands'
import { post } from './post'
import { credit, debit, type Posting } from './postings/posting'
import { listLedger, shopBalances } from './queries'

beforeAll(async () => void (await testDb()))
afterAll(dropTestDbs)

const formula = { rule: 'test', sources: [] }
const uzs = (amount: number) => money(amount, 'UZS')

const sale = (ref: string, shopId: `sho_${string}`, amount: number, currency: Currency = 'UZS'): Posting => ({
  kind: 'sale',
  ref,
  currency,
  entries: [
    debit(clearing('payme', currency), amount, 'capture', formula),
    credit(shopAccount('shop_payable', shopId, currency), amount, 'sale', formula),
  ],
})

const write = (...postings: Posting[]) => transact((tx) => post(tx, postings))
const count = async (table: string) => (await sql.query<{ n: number }>(`select count(*) as n from ${table}`)).rows[0]?.n

describe('the database', () => {
  it('refuses at commit what does not sum to zero, in each currency by itself', async () => {
    const [first, second] = sale('odd', 'sho_x', 100).entries
    if (!first || !second) throw new Error('no entries')
    const odd = { ...sale('odd', 'sho_x', 100), entries: [first, { ...second, amount: -99 }] }
    await expect(write(odd)).rejects.toMatchObject({ code: '23514' })
    const dollars = sale('odd', 'sho_x', 100, 'USD').entries[0]
    if (!dollars) throw new Error('no entry')
    const mixed = [{ ...odd, currency: 'UZS' as const, entries: [first] }]
    await expect(write(...mixed)).rejects.toMatchObject({ code: '23514' })
    expect((await sql.query(`select 1 from ledger_txn where ref = 'odd'`)).rowCount).toBe(0)
  })

  it('refuses an empty transaction and a zero entry', async () => {
    await expect(sql.query(`insert into ledger_txn (kind, ref) values ('sale', 'none')`)).rejects.toMatchObject({
      code: '23514',
    })
    const zero = sale('zero', 'sho_x', 0)
    await expect(write(zero)).rejects.toMatchObject({ code: '23514' })
  })

  it('refuses to change, remove or empty what is written, for everybody', async () => {
    await write(sale('kept', 'sho_x', 100))
    for (const text of [
      'update ledger_entry set amount = amount + 1',
      'delete from ledger_entry',
      'truncate ledger_entry',
      'update ledger_txn set ref = ref',
      'delete from ledger_txn',
      'truncate ledger_txn cascade',
      `update ledger_account set code = code || 'x'`,
      'delete from ledger_account',
      'truncate ledger_account cascade',
    ]) {
      await expect(sql.query(text), text).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('lets no later transaction add to one that is closed, even in balance', async () => {
    await write(sale('closed', 'sho_x', 100))
    const adding = sql.query(`
      insert into ledger_entry (txn_id, account_id, currency, amount, type, formula)
      select t.id, a.id, a.currency, sign.n, 'sale', '{}'
        from ledger_txn t, ledger_account a, (values (1), (-1)) sign(n)
       where t.ref = 'closed' and a.code = 'clearing:payme'`)
    await expect(adding).rejects.toMatchObject({ code: '42501' })
  })

  it('refuses an entry in another currency than its account’s', async () => {
    const wrong = sale('wrong', 'sho_x', 100)
    await write(sale('right', 'sho_x', 100))
    await expect(write({ ...wrong, currency: 'USD' })).rejects.toMatchObject({ code: '23503' })
  })

  it('keeps escrow and reserve from being overdrawn', async () => {
    const overdrawn: Posting = {
      ...sale('overdrawn', 'sho_x', 100),
      entries: [
        debit(shopAccount('shop_pending', 'sho_x', 'UZS'), 1, 'release', formula),
        credit(shopAccount('shop_payable', 'sho_x', 'UZS'), 1, 'release', formula),
      ],
    }
    await expect(write(overdrawn)).rejects.toMatchObject({ code: '23514' })
  })
})

describe('posting', () => {
  it('the same again is nothing, something else under the same name is thrown', async () => {
    await write(sale('once', 'sho_once', 500))
    const before = await count('ledger_entry')
    await write(sale('once', 'sho_once', 500))
    expect(await count('ledger_entry')).toBe(before)
    await expect(write(sale('once', 'sho_once', 501))).rejects.toThrow(/sale once/)
    await expect(write(sale('once', 'sho_other', 500))).rejects.toThrow(/sale once/)
    expect((await shopBalances(sql, 'sho_once')).payable).toEqual(uzs(500))
  })

  it('twenty at once under one name write it once; new accounts are opened once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => write(sale('race', 'sho_race', 700))))
    expect((await shopBalances(sql, 'sho_race')).payable).toEqual(uzs(700))
    expect((await sql.query(`select 1 from ledger_account where code = 'shop_payable:sho_race'`)).rowCount).toBe(1)
  })

  it('twenty at once to two shops in both orders lose nothing and end', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => {
        const both = [sale(`left-${n}`, 'sho_left', 10), sale(`right-${n}`, 'sho_right', 10)]
        return write(...(n % 2 ? both : both.reverse()))
      }),
    )
    expect((await shopBalances(sql, 'sho_left')).payable).toEqual(uzs(200))
    expect((await shopBalances(sql, 'sho_right')).payable).toEqual(uzs(200))
  })
})

describe('payouts', () => {
  const shopId = 'sho_pay'
  const payout = (payoutId: string, amount: number, step: 'proposed' | 'paid' | 'rejected') =>
    transact((tx) => postPayout(tx, { payoutId, shopId, amount: uzs(amount), step }))

  it('take from what is payable, never more, and end once', async () => {
    await write(sale('pay', shopId, 1000))
    expect(await payout('pyt_0', 1001, 'proposed')).toMatchObject({ ok: false, code: 'not-enough-payable' })
    const racing = await Promise.all(['pyt_1', 'pyt_2', 'pyt_3'].map((id) => payout(id, 600, 'proposed')))
    expect(racing.filter(({ ok }) => ok)).toHaveLength(1)
    const id = `pyt_${racing.findIndex(({ ok }) => ok) + 1}`
    expect(await payout(id, 600, 'proposed')).toMatchObject({ ok: true })
    expect(await payout(id, 599, 'paid')).toMatchObject({ code: 'wrong-amount' })
    expect(await payout('pyt_9', 600, 'paid')).toMatchObject({ code: 'unknown-payout' })
    expect(await payout(id, 600, 'paid')).toMatchObject({ ok: true })
    expect(await payout(id, 600, 'paid')).toMatchObject({ ok: true })
    expect(await payout(id, 600, 'rejected')).toMatchObject({ code: 'payout-ended' })
    expect((await shopBalances(sql, shopId)).payable).toEqual(uzs(400))
    must(await payout('pyt_4', 400, 'proposed'))
    must(await payout('pyt_4', 400, 'rejected'))
    expect((await shopBalances(sql, shopId)).payable).toEqual(uzs(400))
  })

  it('pay debt and give reserve only as far as there is any', async () => {
    const owes: Posting = {
      ...sale('owes', shopId, 50),
      entries: [
        debit(shopAccount('shop_debt', shopId, 'UZS'), 50, 'cash-kept', formula),
        credit(shopAccount('reserve', shopId, 'UZS'), 30, 'reserve', formula),
        credit(account('rounding', 'UZS'), 20, 'sale', formula),
      ],
    }
    await write(owes)
    const debt = (amount: number) =>
      transact((tx) => postPayoutDebt(tx, { payoutId: 'pyt_5', shopId, amount: uzs(amount) }))
    const reserve = (amount: number) =>
      transact((tx) => postReserveRelease(tx, { releaseId: 'rel_1', shopId, amount: uzs(amount) }))
    expect(await debt(51)).toMatchObject({ code: 'not-enough-debt' })
    expect(await reserve(31)).toMatchObject({ code: 'not-enough-reserve' })
    must(await debt(50))
    must(await reserve(30))
    must(await reserve(30))
    expect(await shopBalances(sql, shopId)).toEqual({
      pending: uzs(0),
      payable: uzs(380),
      debt: uzs(0),
      reserve: uzs(0),
    })
  })
})

it('a shop reads its account by pages, each line with what it had in all after it', async () => {
  const actor: Actor = { kind: 'shop', shopId: 'sho_list', keyId: 'key', scopes: [] }
  for (let n = 1; n <= 7; n++) await write(sale(`list-${n}`, 'sho_list', n))
  const seen: number[][] = []
  let cursor: string | undefined
  do {
    const page = await listLedger(actor, { cursor, limit: 3 })
    seen.push(...page.items.map(({ amount, balance }) => [amount.amount, balance.amount]))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen).toEqual([
    [7, 28],
    [6, 21],
    [5, 15],
    [4, 10],
    [3, 6],
    [2, 3],
    [1, 1],
  ])
  expect((await listLedger({ kind: 'guest' })).items).toEqual([])
})
