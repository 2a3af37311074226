import type pg from 'pg'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { person } from '@/lib/auth/person-fixture'
import type { UserActor } from '@/lib/auth/schema'
import { sql, transact } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { account, shopAccount } from '@/lib/ledger/accounts'
import { post } from '@/lib/ledger/post'
import { credit, debit, posting } from '@/lib/ledger/postings/posting'
import { shopBalances } from '@/lib/ledger/queries'
import { seedMarket } from '@/lib/order/test-market'
import { exportPayouts } from './commands/export-payouts'
import { approvePayout, markPayoutPaid, rejectPayout } from './commands/move-payout'
import { proposePayouts } from './commands/propose-payouts'
import { releaseReserves } from './commands/release-reserves'
import { saveDetails, saveSchedule } from './commands/save-terms'
import { getStatement } from './queries/get-statement'
import { getPayout, listPayouts } from './queries/list-payouts'

const first = person('first', 'admin')
const second = person('second', 'staff')
const seller = person('seller', 'seller', 'a')
const foreign = person('foreign', 'seller', 'b')
const cli = { kind: 'system', id: 'cli' } as const

const details = { holder: 'Alfa MChJ', tin: '301234567', account: '20208000900123456001', mfo: '00444', bank: 'Bank' }

let pool: pg.Pool
let n = 0
beforeEach(async () => {
  await dropTestDbs()
  pool = await testDb()
  await seedMarket(pool)
  must(await saveDetails(details, seller))
})
afterAll(dropTestDbs)

type ShopKind = 'shop_payable' | 'shop_debt' | 'reserve'

/** Moves money between the buyers' and one of the shop's accounts; above zero it is the shop's. */
const book = (kind: ShopKind, amount: number, shop = 'sho_a' as const) =>
  transact(async (tx) => {
    n += 1
    const formula = { rule: 'test', sources: [] }
    const type = kind === 'reserve' ? 'reserve' : amount > 0 ? 'sale' : 'refund'
    const head = { kind: 'release', ref: `par_${n}:1`, currency: 'UZS', number: `A${n}`, parcelId: `par_${n}` } as const
    await post(
      tx,
      posting(head, [
        debit(account('buyer_funds', 'UZS'), amount, 'release', formula),
        credit(shopAccount(kind, shop, 'UZS'), amount, type, formula),
      ]),
    )
  })

const propose = async (
  asked: { shop?: string; dryRun?: boolean; at?: Date } = {},
  by: UserActor | typeof cli = first,
) => must(await proposePayouts(asked, by))
const proposed = async (asked = {}) => {
  const id = (await propose(asked)).proposed[0]?.payoutId
  if (!id) throw new Error('Nothing was proposed')
  return id
}
const balances = async () => {
  const { payable, debt, reserve } = await shopBalances(sql, 'sho_a')
  return { payable: payable.amount, debt: debt.amount, reserve: reserve.amount }
}
const bankSql = `select coalesce(-sum(e.amount), 0)::bigint as amount
  from ledger_entry e join ledger_account a on a.id = e.account_id where a.code = 'bank'`
const bank = async () => (await pool.query(bankSql)).rows[0].amount

async function pay(id: string) {
  must(await approvePayout(id, second))
  must(await exportPayouts([id], first))
  must(await markPayoutPaid(id, first))
}

describe('a payout run', () => {
  it('proposes what is payable less debt, and its lines add up to it', async () => {
    await book('shop_payable', 90_000_000)
    await book('shop_payable', -5_000_000)
    await book('shop_debt', -20_000_000)
    const payout = await getPayout(await proposed(), seller)
    expect(payout).toMatchObject({
      status: 'proposed',
      gross: money(85_000_000, 'UZS'),
      debt: money(20_000_000, 'UZS'),
      amount: money(65_000_000, 'UZS'),
    })
    expect(payout?.lines.map(({ amount }) => amount.amount)).toEqual([90_000_000, -5_000_000, -20_000_000])
    expect(await balances()).toEqual({ payable: 0, debt: 0, reserve: 0 })
  })

  it('says what it would do without doing it', async () => {
    await book('shop_payable', 90_000_000)
    expect((await propose({ dryRun: true })).proposed).toHaveLength(1)
    expect((await listPayouts(first)).items).toEqual([])
    expect((await balances()).payable).toBe(90_000_000)
  })

  it('pays a shop once a period, and the next period what came since', async () => {
    await book('shop_payable', 30_000_000)
    await pay(await proposed())
    await book('shop_payable', 40_000_000)
    expect((await propose()).skipped).toMatchObject([{ shop: 'alfa', reason: 'already-proposed' }])
    const next = await propose({ at: new Date(Date.now() + 7 * 86_400_000) })
    expect(next.proposed).toMatchObject([{ amount: money(40_000_000, 'UZS') }])
  })

  it('carries a negative balance against the next sales', async () => {
    await book('shop_payable', 30_000_000)
    await pay(await proposed())
    await book('shop_payable', -25_000_000)
    expect((await propose({ shop: 'alfa' })).skipped).toMatchObject([{ reason: 'nothing-payable' }])
    await book('shop_payable', 45_000_000)
    expect((await propose({ shop: 'alfa' })).proposed).toMatchObject([{ amount: money(20_000_000, 'UZS') }])
  })

  it('pays nobody twice when eight run at once', async () => {
    await book('shop_payable', 30_000_000)
    const runs = await Promise.all(Array.from({ length: 8 }, () => propose()))
    expect(runs.flatMap((run) => run.proposed)).toHaveLength(1)
    expect((await balances()).payable).toBe(0)
  })

  it('is not for sellers', async () => {
    expect(await proposePayouts({}, seller)).toMatchObject({ code: 'forbidden' })
  })
})

describe('a proposed payout', () => {
  it('is approved by a second person only, in the database too', async () => {
    await book('shop_payable', 30_000_000)
    const id = await proposed()
    expect(await approvePayout(id, first)).toMatchObject({ code: 'second-person' })
    expect(await approvePayout(id, cli)).toMatchObject({ code: 'second-person' })
    expect(await approvePayout(id, seller)).toMatchObject({ code: 'forbidden' })
    await expect(
      pool.query(`update payout set status = 'approved', approved_by = proposed_by where id = $1`, [id]),
    ).rejects.toThrow('payout_second_person')
    expect(await approvePayout(id, second)).toMatchObject({ ok: true })
  })

  it('is approved or rejected, never both', async () => {
    await book('shop_payable', 30_000_000)
    const id = await proposed()
    const done = await Promise.all([
      approvePayout(id, second),
      rejectPayout(id, 'wrong', first),
      rejectPayout(id, 'x', first),
    ])
    const payout = await getPayout(id, first)
    expect(done.filter(({ ok }) => ok).length).toBeGreaterThan(0)
    expect(payout?.status).toBe('rejected')
    expect((await balances()).payable).toBe(30_000_000)
  })

  it('gives back what it held when it is rejected; covered debt stays covered and the next one has all of it', async () => {
    await book('shop_payable', 30_000_000)
    await book('shop_debt', -10_000_000)
    must(await rejectPayout(await proposed(), 'wrong account', second))
    expect(await balances()).toEqual({ payable: 20_000_000, debt: 0, reserve: 0 })
    const again = await getPayout(await proposed(), first)
    expect(again?.amount.amount).toBe(20_000_000)
    expect(again?.lines.map(({ amount }) => amount.amount)).toEqual([30_000_000, -10_000_000])
  })

  it('goes to the bank once, however often and by whomever it is marked', async () => {
    await book('shop_payable', 30_000_000)
    const id = await proposed()
    expect(await markPayoutPaid(id, first)).toMatchObject({ code: 'wrong-status' })
    must(await approvePayout(id, second))
    const one = must(await exportPayouts(undefined, first))
    const two = must(await exportPayouts([id], first))
    expect(two.file).toBe(one.file)
    expect(one.file).toContain('"300000.00"')
    const marks = await Promise.all(Array.from({ length: 5 }, () => markPayoutPaid(id, first)))
    expect(marks.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await rejectPayout(id, 'late', first)).toMatchObject({ code: 'wrong-status' })
    expect(await bank()).toBe(30_000_000)
    await expect(pool.query(`update payout set status = 'approved' where id = $1`, [id])).rejects.toThrow('change')
  })

  it('is the shop’s and the operator’s to see, nobody else’s', async () => {
    await book('shop_payable', 30_000_000)
    const id = await proposed()
    expect(await getPayout(id, foreign)).toBeNull()
    expect((await listPayouts(foreign)).items).toEqual([])
    expect((await listPayouts(seller)).items).toHaveLength(1)
  })
})

describe('bank details', () => {
  const other = { ...details, account: '20208000900123456002' }

  it('stop payouts for a day once they are changed, also of what is proposed', async () => {
    await book('shop_payable', 30_000_000)
    const id = await proposed()
    expect(must(await saveDetails(other, seller)).frozenUntil).not.toBeNull()
    expect(await approvePayout(id, second)).toMatchObject({ code: 'details-changed' })
    must(await rejectPayout(id, 'changed', first))
    expect((await propose({ shop: 'alfa' })).skipped).toMatchObject([{ reason: 'frozen' }])
    const { rows } = await pool.query('select account from payout_details order by created_at')
    expect(rows.map(({ account: number }) => number)).toEqual([details.account, other.account])
  })

  it('are the shop’s own, and saving the same ones changes nothing', async () => {
    expect(await saveDetails(other, first)).toMatchObject({ code: 'forbidden' })
    expect(must(await saveDetails(details, seller)).frozenUntil).toBeNull()
  })
})

describe('a reserve', () => {
  it('becomes payable after the shop’s days, each part once', async () => {
    must(await saveSchedule('alfa', { every: 'weekly', minimum: 0, reserveBp: 500, reserveDays: 0 }, first))
    await book('reserve', 1_000_000)
    await book('reserve', 2_000_000)
    await Promise.all([releaseReserves(), releaseReserves()])
    expect(await releaseReserves()).toBe(0)
    expect(await balances()).toEqual({ payable: 3_000_000, debt: 0, reserve: 0 })
  })
  it('waits until its day', async () => {
    must(await saveSchedule('alfa', { every: 'weekly', minimum: 0, reserveBp: 500, reserveDays: 10 }, first))
    await book('reserve', 1_000_000)
    expect(await releaseReserves()).toBe(0)
  })
})

describe('a statement', () => {
  it('goes from the opening to the closing balance by its entries', async () => {
    await book('shop_payable', 30_000_000)
    await book('shop_payable', -4_000_000)
    await pay(await proposed())
    await book('shop_payable', 7_000_000)
    const month = new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 7)
    const statement = await getStatement(month, seller)
    if (!statement) throw new Error('No statement')
    const { opening, credited, debited, closing, entries, payouts } = statement
    expect(opening.amount + credited.amount + debited.amount).toBe(closing.amount)
    expect(entries.at(-1)?.balance.amount ?? opening.amount).toBe(closing.amount)
    expect(payouts).toMatchObject([{ status: 'paid', amount: money(26_000_000, 'UZS') }])
    expect(await getStatement('2026-13', seller)).toBeNull()
  })
})
