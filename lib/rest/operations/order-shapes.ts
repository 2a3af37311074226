import { z } from 'zod'
import { pick } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import {
  deliveryMethods,
  type Order,
  orderStatuses,
  type Parcel,
  parcelStatuses,
  type ShopParcel,
} from '@/lib/order/schema'
import { providers } from '@/lib/payment/schema'
import { moneyShape, shopLinkShape, timeShape, wire } from '../wire'

const lineShape = z.object({
  id: z.string(),
  variantId: z.string(),
  sku: z.string(),
  title: z.string(),
  options: z.record(z.string(), z.string()),
  quantity: z.number(),
  price: moneyShape,
  total: moneyShape,
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
    carrier: z.string().optional(),
    tracking: z.string().optional(),
    placedAt: timeShape,
    updatedAt: timeShape,
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
  })),
  itemsTotal: wire(parcel.itemsTotal),
  delivery: wire(parcel.delivery),
  discount: wire(parcel.discount),
  total: wire(parcel.total),
  ...(parcel.carrier ? { carrier: parcel.carrier } : {}),
  ...(parcel.tracking ? { tracking: parcel.tracking } : {}),
  placedAt: parcel.placedAt,
  updatedAt: parcel.updatedAt,
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
  timeline: order.timeline.map(({ type, at, parcelId }) => ({ type, at, parcelId })),
})
