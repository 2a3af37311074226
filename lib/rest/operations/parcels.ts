import { z } from 'zod'
import type { Actor } from '@/lib/auth/schema'
import { fail, ok, type Result } from '@/lib/kernel/result'
import {
  cancelParcel,
  confirmParcel,
  deliverParcel,
  getParcel,
  listParcels,
  packParcel,
  returnParcel,
  shipParcel,
} from '@/lib/order'
import {
  cancelParcelSchema,
  deliverParcelSchema,
  parcelStatuses,
  returnParcelSchema,
  shipParcelSchema,
} from '@/lib/order/schema'
import { operation } from '../operation'
import { cursorInput, idParam, limitInput, listOf } from '../wire'
import { shopParcelShape, toShopParcel } from './order-shapes'

export const listParcelsCall = operation({
  id: 'listSellerParcels',
  method: 'GET',
  path: '/seller/parcels',
  tag: 'Seller: parcels',
  summary: 'The parcels of the shop, newest first',
  access: 'shop',
  scope: 'parcels',
  limit: 'key',
  query: z.strictObject({ status: z.enum(parcelStatuses).optional(), cursor: cursorInput, limit: limitInput }),
  answer: listOf(shopParcelShape),
  async handler({ actor, query: { status, cursor, limit } }) {
    const page = await listParcels(actor, {
      ...(status ? { status } : {}),
      ...(cursor ? { cursor } : {}),
      ...(limit ? { limit } : {}),
    })
    return ok({ items: page.items.map(toShopParcel), nextCursor: page.nextCursor })
  },
})

type Stepped = Result<unknown, string>

/** The steps differ in their body and their command, and in nothing else. */
const step = <Body extends z.ZodType>(
  name: 'confirm' | 'pack' | 'ship' | 'deliver' | 'return' | 'cancel',
  summary: string,
  body: Body,
  command: (parcelId: string, actor: Actor, body: z.output<Body>) => Promise<Stepped>,
) =>
  operation({
    id: `${name}Parcel`,
    method: 'POST',
    path: `/seller/parcels/{id}/${name}`,
    tag: 'Seller: parcels',
    summary,
    access: 'shop',
    scope: 'parcels',
    limit: 'key',
    failures: [
      'not-found',
      'not-paid',
      'cancelled',
      name === 'cancel' ? 'already-shipped' : 'wrong-status',
      ...(name === 'deliver' ? ['wrong-code', 'too-many-tries'] : []),
    ],
    params: z.object({ id: idParam('par') }),
    body,
    bodyOptional: true,
    answer: shopParcelShape,
    async handler({ params: { id }, actor, body: given }) {
      const stepped = await command(id, actor, given)
      if (!stepped.ok) return stepped
      const parcel = await getParcel(id, actor)
      return parcel ? ok(toShopParcel(parcel)) : fail('not-found')
    },
  })

const nothing = z.strictObject({})

export const confirmParcelCall = step('confirm', 'The shop takes the parcel on', nothing, (parcelId, actor) =>
  confirmParcel({ parcelId }, actor),
)

export const packParcelCall = step('pack', 'The goods are packed', nothing, (parcelId, actor) =>
  packParcel({ parcelId }, actor),
)

export const shipParcelCall = step(
  'ship',
  'It has left; for pickup: it waits',
  shipParcelSchema,
  (parcelId, actor, body) => shipParcel({ parcelId, ...body }, actor),
)

export const deliverParcelCall = step(
  'deliver',
  "The buyer has it; with the buyer's delivery code the shop's share leaves escrow at once",
  deliverParcelSchema,
  (parcelId, actor, { code }) => deliverParcel({ parcelId, code }, actor),
)

export const returnParcelCall = step(
  'return',
  'It came back without reaching the buyer: all that was paid for it goes back',
  returnParcelSchema,
  (parcelId, actor, { restock }) => returnParcel({ parcelId, restock }, actor),
)

export const cancelParcelCall = step(
  'cancel',
  'The shop cannot send it: its goods are freed and its money goes back, other parcels go on',
  cancelParcelSchema,
  (parcelId, actor, { reason }) => cancelParcel({ parcelId, reason }, actor),
)
