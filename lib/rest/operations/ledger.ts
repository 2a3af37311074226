import { z } from 'zod'
import { ok } from '@/lib/kernel/result'
import { listLedger } from '@/lib/ledger'
import { entryTypes, type LedgerLine } from '@/lib/ledger/schema'
import { operation } from '../operation'
import { cursorInput, limitInput, listOf, signedMoneyShape, timeShape, wire } from '../wire'

const ledgerLineShape = z
  .object({
    id: z.string(),
    type: z.enum(entryTypes),
    number: z.string().nullable().meta({ description: 'Of the order; null where it is about none' }),
    parcelId: z.string().nullable(),
    amount: signedMoneyShape,
    balance: signedMoneyShape.meta({ description: 'What the shop had in all after this line' }),
    createdAt: timeShape,
  })
  .meta({ id: 'LedgerLine' })

const toLine = ({ id, amount, balance, ...line }: LedgerLine) => ({
  ...line,
  id: String(id),
  amount: wire(amount),
  balance: wire(balance),
})

export const listLedgerCall = operation({
  id: 'listSellerLedger',
  method: 'GET',
  path: '/seller/ledger',
  tag: 'Seller: money',
  summary: 'What the shop earned, gave back, owes and was paid, newest first',
  access: 'shop',
  scope: 'money',
  limit: 'key',
  query: z.strictObject({ cursor: cursorInput, limit: limitInput }),
  answer: listOf(ledgerLineShape),
  async handler({ actor, query }) {
    const { items, nextCursor } = await listLedger(actor, query)
    return ok({ items: items.map(toLine), nextCursor })
  },
})
