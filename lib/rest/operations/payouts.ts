import { z } from 'zod'
import { ok } from '@/lib/kernel/result'
import { listPayouts } from '@/lib/payout'
import { type PayoutSummary, payoutStatuses } from '@/lib/payout/schema'
import { operation } from '../operation'
import { cursorInput, limitInput, listOf, moneyShape, timeShape, wire } from '../wire'

const payoutShape = z
  .object({
    id: z.string(),
    status: z.enum(payoutStatuses),
    period: z.string().meta({ description: 'How often and its first day in Tashkent: weekly:2026-11-16' }),
    gross: moneyShape.meta({ description: 'What was payable' }),
    debt: moneyShape.meta({ description: 'What of it covered debt' }),
    amount: moneyShape.meta({ description: 'What goes to the bank: gross less debt' }),
    account: z.string().meta({ description: 'The last four digits' }),
    createdAt: timeShape,
    paidAt: timeShape.nullable(),
    reason: z.string().nullable().meta({ description: 'Of a rejection' }),
  })
  .meta({ id: 'Payout' })

const toPayout = (payout: PayoutSummary): z.input<typeof payoutShape> => ({
  id: payout.id,
  status: payout.status,
  period: payout.period,
  gross: wire(payout.gross),
  debt: wire(payout.debt),
  amount: wire(payout.amount),
  account: payout.account,
  createdAt: payout.proposedAt,
  paidAt: payout.paidAt,
  reason: payout.reason,
})

export const listPayoutsCall = operation({
  id: 'listSellerPayouts',
  method: 'GET',
  path: '/seller/payouts',
  tag: 'Seller: money',
  summary: 'Payouts of the shop in every status, newest first',
  access: 'shop',
  scope: 'money',
  limit: 'key',
  query: z.strictObject({
    status: z.enum(payoutStatuses).optional(),
    cursor: cursorInput,
    limit: limitInput,
  }),
  answer: listOf(payoutShape),
  async handler({ actor, query }) {
    const { items, nextCursor } = await listPayouts(actor, query)
    return ok({ items: items.map(toPayout), nextCursor })
  },
})
