import type pg from 'pg'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { UserActor } from '@/lib/auth/schema'
import { renderPdf } from '@/lib/functions/render-pdf/handler'
import { transact } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { settle } from '@/lib/kernel/test-work'
import { work } from '@/lib/kernel/worker'
import { refundParcel } from '@/lib/order'
import { order, seedMarket } from '@/lib/order/test-market'
import { capture, paymentIdOf, startPayment } from '@/lib/payment'
import { saveDetails } from '@/lib/payout'
import { setCommission } from '@/lib/seller'
import { documentPaper } from './paper'
import { getDocument, listDocuments, listReceipts } from './queries'

const seller = (shop: 'a' | 'b'): UserActor => ({
  kind: 'user',
  id: `usr_${shop}`,
  name: shop,
  phone: '+998900000000',
  role: 'seller',
  shopId: `sho_${shop}`,
  shopSlug: shop,
})
const operator = { kind: 'system', id: 'test' } as const
const guest = { kind: 'guest' } as const

let pool: pg.Pool
beforeEach(async () => {
  await dropTestDbs()
  pool = await testDb()
  await seedMarket(pool)
  await pool.query(`update variant set ikpu = '06911001001000000' where id = 'var_a1'`)
  must(
    await saveDetails(
      {
        holder: 'Alfa MChJ',
        tin: '301234567',
        vatCode: '326012345678',
        account: '2'.repeat(20),
        mfo: '00444',
        bank: 'B1',
      },
      seller('a'),
    ),
  )
  must(await setCommission({ shop: 'alfa', category: 'dishes', bp: 1_250, fixed: 10_000, max: 1_200_000 }, operator))
})
afterAll(dropTestDbs)

const papers = (count: number) =>
  settle(async () => {
    const { rows } = await pool.query('select count(*) as n from document')
    expect(rows[0].n).toBe(count)
  })

async function sell(wish: Record<string, number>) {
  const placed = await order(wish)
  must(await startPayment(placed.orderId, 'payme', 'uz'))
  const paymentId = paymentIdOf(placed.orderId, 'payme')
  must(await transact((tx) => capture(tx, { paymentId, amount: placed.total, providerRef: `p-${placed.orderId}` })))
  return placed
}

describe('a paid order', () => {
  it('has a receipt and a commission act for each of its shops, once', async () => {
    const { orderId } = await sell({ var_a1: 2, var_b1: 1 })
    await papers(4)
    await pool.query(`update checkpoint set tx_id = 0, position = 0 where name = 'document'`)
    while ((await work()) > 0);
    const { rows } = await pool.query(
      'select kind, series, number from document where order_id = $1 order by series, number',
      [orderId],
    )
    expect(rows.map(({ kind, number }) => `${kind} ${number}`)).toEqual(['act 1', 'act 2', 'receipt 1', 'receipt 2'])
  })

  it('writes down codes, taxes and the frozen rule', async () => {
    const { orderId } = await sell({ var_a1: 2 })
    await papers(2)
    const parcels = (await pool.query('select id from parcel_view')).rows
    const [receipt] = await listReceipts({ id: orderId, parcels })
    const document = await getDocument(receipt?.id ?? '', () => ({ actor: seller('a') }))
    expect(document?.data).toMatchObject({
      shop: { holder: 'Alfa MChJ', taxId: '301234567', vatCode: '326012345678' },
      lines: [
        {
          ikpu: '06911001001000000',
          amount: 20_000_000,
          vatPercent: 12,
          vat: 2_142_857,
          commission: 2_400_000,
          rule: { bp: 1_250, fixed: 10_000, max: 1_200_000, version: 1 },
        },
      ],
      commission: 2_400_000,
      commissionVat: 257_143,
    })
  })

  it('shows its papers to its shop and buyer only, and the act not to the buyer', async () => {
    const { accessToken } = await sell({ var_a1: 1, var_b1: 1 })
    await papers(4)
    const own = await listDocuments(seller('a'))
    expect(own).toHaveLength(2)
    for (const { id, kind } of own) {
      expect(await getDocument(id, () => ({ actor: seller('b') }))).toBeNull()
      expect(await getDocument(id, () => ({ actor: guest }))).toBeNull()
      expect((await getDocument(id, () => ({ actor: guest, token: accessToken }))) !== null).toBe(kind === 'receipt')
      expect(await getDocument(id, () => ({ actor: operator }))).not.toBeNull()
    }
  })

  it('prints in three languages', async () => {
    await sell({ var_a1: 1 })
    await papers(2)
    for (const { id } of await listDocuments(seller('a'))) {
      const document = await getDocument(id, () => ({ actor: operator }))
      if (!document) throw new Error('No document')
      for (const locale of ['uz', 'ru', 'en'] as const)
        expect(
          Buffer.from(await renderPdf(documentPaper(document, locale)))
            .subarray(0, 5)
            .toString(),
        ).toBe('%PDF-')
    }
  })
})

describe('a refund', () => {
  it('has papers that mirror those of the sale', async () => {
    await sell({ var_a1: 2 })
    await papers(2)
    const parcelId = (await pool.query('select id from parcel_view')).rows[0].id
    must(await refundParcel({ parcelId, reason: 'defect' }, seller('a')))
    await papers(4)
    const all = await listDocuments(seller('a'))
    const back = all.filter(({ kind }) => kind.startsWith('refund'))
    expect(back.map(({ kind, amount }) => [kind, amount.amount]).sort()).toEqual([
      ['refund-act', 2_400_000],
      ['refund-receipt', 20_000_000],
    ])
    const act = await getDocument(back.find(({ kind }) => kind === 'refund-act')?.id ?? '', () => ({ actor: operator }))
    expect(act?.data.original).toBe(all.find(({ kind }) => kind === 'act')?.name)
    expect(act?.data.commissionVat).toBe(257_143)
  })
})

describe('numbers', () => {
  it('have no gap, also where a transaction was rolled back', async () => {
    await Promise.all([sell({ var_a1: 1 }), sell({ var_a1: 1 }), sell({ var_a2: 1 })])
    await papers(6)
    const { rows } = await pool.query(
      'select series, array_agg(number order by number) as numbers from document group by series',
    )
    for (const { numbers } of rows) expect(numbers).toEqual([1, 2, 3])
  })
})
