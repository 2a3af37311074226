import { z } from 'zod'
import { pick } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import {
  deliveryMethods,
  type Order,
  orderStatuses,
  type Parcel,
  parcelStatuses,
  type Return,
  returnStatuses,
  type ShopParcel,
} from '@/lib/order/schema'
import { providers, type Refund } from '@/lib/payment/schema'
import { moneyShape, shopLinkShape, timeShape, wire } from '../wire'
import { partsShape, toParts } from './bundle-shape'

const lineShape = z.object({
  id: z.string(),
  variantId: z.string(),
  sku: z.string(),
  title: z.string(),
  options: z.record(z.string(), z.string()),
  quantity: z.number(),
  price: moneyShape,
  total: moneyShape,
  refunded: moneyShape,
  refundedQuantity: z.number(),
  parts: partsShape,
})

export const parcelShape = z
  .object({
    id: z.string(),
    orderId: z.string(),
    orderNumber: z.string(),
    shop: shopLinkShape,
    status: z.enum(parcelStatuses),
    released: z.boolean().meta({ description: 'The shop may act: it is paid, or cash on delivery' }),
    method: z.enum(deliveryMethods),
    items: z.array(lineShape),
    itemsTotal: moneyShape,
    delivery: moneyShape,
    discount: moneyShape,
    total: moneyShape.meta({ description: 'With delivery' }),
    refunded: moneyShape.meta({ description: 'Given back of it, delivery included' }),
    carrier: z.string().optional(),
    tracking: z.string().optional(),
    deliveryCode: z.string().optional().meta({ description: 'For the buyer alone, who gives it to the courier' }),
    placedAt: timeShape,
    updatedAt: timeShape,
    deliveredAt: timeShape.optional(),
    receivedAt: timeShape.optional().meta({ description: "The shop's share has left escrow" }),
  })
  .meta({ id: 'Parcel' })

const contactShape = z.object({
  name: z.string(),
  phone: z.string(),
  email: z.string().nullable(),
  address: z
    .object({ region: z.number(), district: z.number(), street: z.string(), landmark: z.string().nullable() })
    .nullable(),
})

export const shopParcelShape = parcelShape
  .extend({
    commission: moneyShape,
    contact: contactShape.nullable().meta({ description: 'Null until the parcel may be sent' }),
  })
  .meta({ id: 'ShopParcel' })

export const refundShape = z
  .object({
    id: z.string(),
    parcelId: z.string().nullable().meta({ description: 'Null: money that was taken twice' }),
    amount: moneyShape,
    commission: moneyShape.meta({ description: 'Given back to the shop with it' }),
    reason: z.string(),
    by: z.enum(['buyer', 'shop', 'operator', 'provider', 'system']),
    status: z.enum(['accepted', 'done', 'manual']).meta({ description: 'manual: a person gives it back' }),
    createdAt: timeShape,
    doneAt: timeShape.optional(),
  })
  .meta({ id: 'Refund' })

const countShape = z.object({ itemId: z.string(), quantity: z.number() })

export const returnShape = z
  .object({
    id: z.string(),
    orderId: z.string(),
    orderNumber: z.string(),
    parcelId: z.string(),
    status: z.enum(returnStatuses),
    items: z.array(countShape.extend({ sku: z.string() })),
    accepted: z.array(countShape).optional().meta({ description: 'At the inspection' }),
    reason: z.string(),
    comment: z.string().optional(),
    photos: z.array(z.string()),
    answer: z.string().optional(),
    answerComment: z.string().optional(),
    amount: moneyShape.meta({ description: 'What the goods cost' }),
    deduction: moneyShape,
    refunded: moneyShape,
    restocked: z.boolean(),
    createdAt: timeShape,
    updatedAt: timeShape,
  })
  .meta({ id: 'Return' })

export const orderShape = z
  .object({
    id: z.string(),
    number: z.string(),
    status: z.enum(orderStatuses),
    itemsTotal: moneyShape,
    deliveryTotal: moneyShape,
    discountTotal: moneyShape,
    total: moneyShape,
    paidTotal: moneyShape,
    refundedTotal: moneyShape,
    credit: moneyShape.optional().meta({ description: 'Of the total: paid with store credit' }),
    creditBack: moneyShape.optional(),
    placedAt: timeShape,
    parcels: z.array(parcelShape),
    payments: z.array(
      z.object({
        id: z.string(),
        provider: z.enum(providers),
        status: z.string(),
        amount: moneyShape,
        captured: moneyShape,
        refunded: moneyShape,
        createdAt: timeShape,
      }),
    ),
    refunds: z.array(refundShape),
    returns: z.array(returnShape),
    timeline: z.array(z.object({ type: z.string(), at: timeShape, parcelId: z.string().nullable() })),
  })
  .meta({ id: 'Order' })

const toParcel = (parcel: Parcel, locale: Locale): z.input<typeof parcelShape> => ({
  id: parcel.id,
  orderId: parcel.orderId,
  orderNumber: parcel.orderNumber,
  shop: { slug: parcel.shop.slug, name: parcel.shop.name },
  status: parcel.status,
  released: parcel.released,
  method: parcel.method,
  items: parcel.items.map((line) => ({
    id: line.id,
    variantId: line.variantId,
    sku: line.sku,
    title: pick(line.title, locale),
    options: line.options,
    quantity: line.quantity,
    price: wire(line.price),
    total: wire(line.total),
    refunded: wire(line.refunded),
    refundedQuantity: line.refundedQuantity,
    parts: toParts(line.parts, locale),
  })),
  itemsTotal: wire(parcel.itemsTotal),
  delivery: wire(parcel.delivery),
  discount: wire(parcel.discount),
  total: wire(parcel.total),
  refunded: wire(parcel.refunded),
  ...(parcel.carrier ? { carrier: parcel.carrier } : {}),
  ...(parcel.tracking ? { tracking: parcel.tracking } : {}),
  ...(parcel.deliveryCode ? { deliveryCode: parcel.deliveryCode } : {}),
  placedAt: parcel.placedAt,
  updatedAt: parcel.updatedAt,
  ...(parcel.deliveredAt ? { deliveredAt: parcel.deliveredAt } : {}),
  ...(parcel.receivedAt ? { receivedAt: parcel.receivedAt } : {}),
})

export const toRefund = (refund: Refund): z.input<typeof refundShape> => ({
  id: refund.id,
  parcelId: refund.parcelId,
  amount: wire(refund.amount),
  commission: wire(refund.commission),
  reason: refund.reason,
  by: refund.by,
  status: refund.status,
  createdAt: refund.createdAt,
  ...(refund.doneAt ? { doneAt: refund.doneAt } : {}),
})

export const toReturn = (one: Return): z.input<typeof returnShape> => ({
  id: one.id,
  orderId: one.orderId,
  orderNumber: one.orderNumber,
  parcelId: one.parcelId,
  status: one.status,
  items: one.items.map(({ itemId, sku, quantity }) => ({ itemId, sku, quantity })),
  ...(one.accepted ? { accepted: one.accepted } : {}),
  reason: one.reason,
  ...(one.comment ? { comment: one.comment } : {}),
  photos: one.photos,
  ...(one.answer ? { answer: one.answer } : {}),
  ...(one.answerComment ? { answerComment: one.answerComment } : {}),
  amount: wire(one.amount),
  deduction: wire(one.deduction),
  refunded: wire(one.refunded),
  restocked: one.restocked,
  createdAt: one.createdAt,
  updatedAt: one.updatedAt,
})

export const toShopParcel = (parcel: ShopParcel): z.input<typeof shopParcelShape> => ({
  ...toParcel(parcel, 'uz'),
  commission: wire(parcel.commission),
  contact: parcel.contact && {
    name: parcel.contact.name,
    phone: parcel.contact.phone,
    email: parcel.contact.email,
    address: parcel.contact.address,
  },
})

export const toOrder = (order: Order): z.input<typeof orderShape> => ({
  id: order.id,
  number: order.number,
  status: order.status,
  itemsTotal: wire(order.itemsTotal),
  deliveryTotal: wire(order.deliveryTotal),
  discountTotal: wire(order.discountTotal),
  total: wire(order.total),
  paidTotal: wire(order.paidTotal),
  refundedTotal: wire(order.refundedTotal),
  ...(order.credit.amount > 0 && { credit: wire(order.credit), creditBack: wire(order.creditBack) }),
  placedAt: order.placedAt,
  parcels: order.parcels.map((parcel) => toParcel(parcel, order.locale)),
  payments: order.payments.map((payment) => ({
    id: payment.id,
    provider: payment.provider,
    status: payment.status,
    amount: wire(payment.amount),
    captured: wire(payment.captured),
    refunded: wire(payment.refunded),
    createdAt: payment.createdAt,
  })),
  refunds: order.refunds.map(toRefund),
  returns: order.returns.map(toReturn),
  timeline: order.timeline.map(({ type, at, parcelId }) => ({ type, at, parcelId })),
})
