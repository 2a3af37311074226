import { afterAll, beforeAll, expect, it } from 'vitest'
import { person } from '@/lib/auth/person-fixture'
import { transact } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { account, shopAccount } from '@/lib/ledger/accounts'
import { post } from '@/lib/ledger/post'
import { credit, debit, posting } from '@/lib/ledger/postings/posting'
import { seedMarket } from '@/lib/order/test-market'
import { approvePayout } from './commands/move-payout'
import { saveDetails } from './commands/save-terms'
import { payoutModule } from './plugin'
import { listPayouts } from './queries/list-payouts'

const details = { holder: 'Alfa MChJ', tin: '301234567', account: '20208000900123456001', mfo: '00444', bank: 'Bank' }
const formula = { rule: 'test', sources: [] }
const head = { kind: 'release', ref: 'par_1:1', currency: 'UZS', number: 'A1', parcelId: 'par_1' } as const

beforeAll(async () => {
  await seedMarket(await testDb())
  must(await saveDetails(details, person('seller', 'seller', 'a')))
  await transact((tx) =>
    post(
      tx,
      posting(head, [
        debit(account('buyer_funds', 'UZS'), 30_000_000, 'release', formula),
        credit(shopAccount('shop_payable', 'sho_a', 'UZS'), 30_000_000, 'sale', formula),
      ]),
    ),
  )
})
afterAll(dropTestDbs)

it('proposes by itself what a schedule says, once a period; a person approves', async () => {
  const propose = payoutModule.functions?.['propose-payouts'] as (input: object) => Promise<unknown>
  await propose({})
  await propose({})
  const operator = person('operator', 'admin')
  const { items } = await listPayouts(operator)
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({ status: 'proposed', proposedBy: 'schedule' })
  expect((await approvePayout(items[0]?.id ?? '', operator)).ok).toBe(true)
})
