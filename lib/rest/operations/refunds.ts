import { z } from 'zod'
import type { Actor } from '@/lib/auth/schema'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { approveReturn, getReturn, listReturns, receiveReturn, refundParcel, rejectReturn } from '@/lib/order'
import { receiveReturnSchema, refundParcelSchema, rejectReturnSchema, returnStatuses } from '@/lib/order/schema'
import { getRefund } from '@/lib/payment'
import { operation } from '../operation'
import { cursorInput, idParam, limitInput, listOf } from '../wire'
import { refundShape, returnShape, toRefund, toReturn } from './order-shapes'

export const refundParcelCall = operation({
  id: 'refundParcel',
  method: 'POST',
  path: '/seller/refunds',
  tag: 'Seller: refunds',
  summary: 'Gives back some items of a parcel, an amount, or all of it; the commission comes back with it',
  access: 'shop',
  scope: 'parcels',
  limit: 'key',
  status: 201,
  idempotent: true,
  failures: ['not-found', 'not-paid', 'refund-too-large', 'nothing-to-refund', 'wrong-currency'],
  body: refundParcelSchema,
  answer: refundShape,
  async handler({ actor, body, key }) {
    const refunded = await refundParcel({ ...body, attempt: key }, actor)
    if (!refunded.ok) return refunded
    const refund = await getRefund(refunded.value.refundId)
    return refund ? ok(toRefund(refund)) : fail('not-found')
  },
})

export const listReturnsCall = operation({
  id: 'listSellerReturns',
  method: 'GET',
  path: '/seller/returns',
  tag: 'Seller: refunds',
  summary: 'What buyers want to send back, newest first',
  access: 'shop',
  scope: 'parcels',
  limit: 'key',
  query: z.strictObject({ status: z.enum(returnStatuses).optional(), cursor: cursorInput, limit: limitInput }),
  answer: listOf(returnShape),
  async handler({ actor, query }) {
    const page = await listReturns(actor, query)
    return ok({ items: page.items.map(toReturn), nextCursor: page.nextCursor })
  },
})

/** The answers differ in their body and their command, and in nothing else. */
const answer = <Body extends z.ZodType>(
  name: 'approve' | 'reject' | 'receive',
  summary: string,
  body: Body,
  command: (returnId: string, actor: Actor, body: z.output<Body>) => Promise<Result<unknown, string>>,
) =>
  operation({
    id: `${name}Return`,
    method: 'POST',
    path: `/seller/returns/{id}/${name}`,
    tag: 'Seller: refunds',
    summary,
    access: 'shop',
    scope: 'parcels',
    limit: 'key',
    failures: [
      'not-found',
      'wrong-status',
      ...(name === 'receive' ? ['return-too-large', 'refund-too-large', 'deduction-too-large', 'wrong-currency'] : []),
    ],
    params: z.object({ id: idParam('rtn') }),
    body,
    bodyOptional: true,
    answer: returnShape,
    async handler({ params: { id }, actor, body: given }) {
      const answered = await command(id, actor, given)
      if (!answered.ok) return answered
      const one = await getReturn(id, actor)
      return one ? ok(toReturn(one)) : fail('not-found')
    },
  })

export const approveReturnCall = answer('approve', 'The goods may come back', z.strictObject({}), (returnId, actor) =>
  approveReturn({ returnId }, actor),
)

export const rejectReturnCall = answer(
  'reject',
  'The goods stay with the buyer',
  rejectReturnSchema,
  (returnId, actor, { reason }) => rejectReturn({ returnId, reason }, actor),
)

export const receiveReturnCall = answer(
  'receive',
  'The goods are back and inspected: what is accepted is refunded, less what is withheld',
  receiveReturnSchema,
  (returnId, actor, body) => receiveReturn({ ...body, returnId }, actor),
)
