import { listFiscalCodes } from '@/lib/catalog'
import { sql } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { use } from '@/lib/kernel/plugin'
import { listPaidLines } from '@/lib/order'
import { recordFinding } from '@/lib/payment'
import { getDetails } from '@/lib/payout'
import { type FiscalLine, fiscalItems } from './fiscal-items'
import { callMerchantApi } from './merchant-api'
import { paydocOf } from './paydoc'
import { findTransaction } from './transaction'

export type FiscalJob = { orderId: string; providerRef: string }

async function sellerOf(shopId: string): Promise<FiscalLine['seller']> {
  const details = await getDetails(sql, shopId)
  if (details?.tin) return { TIN: details.tin }
  return details?.pinfl ? { PINFL: details.pinfl } : undefined
}

/** The market brings the goods of several shops: what it takes for that is its own sale. */
const deliveryLine = (price: number): FiscalLine => ({
  title: 'Yetkazib berish',
  price,
  quantity: 1,
  discount: 0,
  ikpu: env.CLICK_DELIVERY_IKPU,
  packageCode: env.CLICK_DELIVERY_PACKAGE,
  seller: env.OPERATOR_TIN ? { TIN: env.OPERATOR_TIN } : undefined,
})

async function linesOf(orderId: string): Promise<FiscalLine[]> {
  const { lines, delivery } = await listPaidLines(sql, orderId)
  const ids = lines.map(({ variantId }) => variantId)
  const codes = await listFiscalCodes(sql, ids)
  const sellers = new Map<string, FiscalLine['seller']>()
  for (const { shopId } of lines) if (!sellers.has(shopId)) sellers.set(shopId, await sellerOf(shopId))
  const goods = lines.map(({ shopId, variantId, title, price, quantity, discount }) => ({
    title: title.uz ?? title.ru ?? title.en ?? '',
    price,
    quantity,
    discount,
    ikpu: codes.get(variantId)?.ikpu,
    packageCode: env.CLICK_PACKAGE_CODE,
    seller: sellers.get(shopId),
  }))
  return delivery > 0 ? [...goods, deliveryLine(delivery)] : goods
}

const forPerson = (providerRef: string, orderNumber: string, detail: string) =>
  recordFinding(sql, {
    provider: 'click',
    ref: providerRef,
    kind: 'no-receipt',
    orderNumber,
    outcome: 'person',
    detail,
  })

/** Nobody says that sending twice is harmless, so Click is asked first. Throws when it cannot be reached: run again. */
export async function submitFiscalItems({ orderId, providerRef }: FiscalJob): Promise<void> {
  const order = await use('payable-orders').find(sql, { id: orderId })
  if (!order) return
  const paydoc = await paydocOf(providerRef, order.number, await findTransaction(sql, providerRef))
  if (!paydoc) return forPerson(providerRef, order.number, "Click's number of the payment is unknown")
  const path = `payment/ofd_data/${env.CLICK_SERVICE_ID}/${paydoc}`
  if ((await callMerchantApi('GET', path)).qrCodeURL) return
  const { amount } = order.total
  const items = fiscalItems(await linesOf(orderId), amount, env.VAT_PERCENT)
  if (!items) return forPerson(providerRef, order.number, 'a code or a TIN is missing, or sums differ')
  const service = { service_id: env.CLICK_SERVICE_ID, payment_id: paydoc }
  const received = { received_ecash: amount, received_cash: 0, received_card: 0 }
  const { error_code, error_note } = await callMerchantApi('POST', 'payment/ofd_data/submit_items', {
    ...service,
    items,
    ...received,
  })
  if (error_code !== 0) await forPerson(providerRef, order.number, `Click refused: ${error_code} ${error_note ?? ''}`)
}
