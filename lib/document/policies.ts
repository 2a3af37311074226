import { listFiscalCodes } from '@/lib/catalog'
import type { Tx } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import type { Recorded } from '@/lib/kernel/event-store'
import { allocate } from '@/lib/kernel/money'
import { on, type Reaction } from '@/lib/kernel/plugin'
import { explain } from '@/lib/ledger'
import type { EventOf, OrderPlaced, PlacedLine, PlacedParcel, RefundAccepted } from '@/lib/order/domain/events'
import { getDetails } from '@/lib/payout'
import { getShopById } from '@/lib/seller'
import { issue, nameOf } from './issue'
import type { DocumentData, DocumentLine } from './schema'

const reader = { kind: 'system', id: 'document' } as const

/** round(total·r / (100 + r)), exactly. */
const vatInside = (amount: number, percent: number) =>
  Number((2n * BigInt(amount) * BigInt(percent) + BigInt(100 + percent)) / (2n * BigInt(100 + percent)))

async function readPlaced(tx: Tx, stream: string): Promise<OrderPlaced> {
  const { rows } = await tx.query<{ data: OrderPlaced }>(
    `select data from event where stream_id = $1 and type = 'OrderPlaced'`,
    [stream],
  )
  if (!rows[0]) throw new Error(`Papers for an order that was never placed: ${stream}`)
  return rows[0].data
}

/** The VAT inside the commission as the books have it: another rate of tomorrow does not change today's paper. */
async function feeVat(parcelId: string, type: 'vat' | 'vat-refund', ref: string): Promise<number> {
  const entries = await explain({ parcelId }, reader)
  return entries
    .filter((one) => one.type === type && one.ref === ref)
    .reduce((sum, one) => sum + Math.abs(one.amount.amount), 0)
}

type Part = { line: PlacedLine; quantity: number; amount: number; subsidy: number; commission: number }
type Sold = { parcel: PlacedParcel; parts: Part[]; number: string; delivery: number; commission: number; total: number }

async function dataOf(tx: Tx, sold: Sold): Promise<Omit<DocumentData, 'commissionVat' | 'original'>> {
  const { parcel, parts, number, delivery, commission, total } = sold
  const [shop, details] = [await getShopById(parcel.shopId, tx), await getDetails(tx, parcel.shopId)]
  const codes = await listFiscalCodes(
    tx,
    parts.map(({ line }) => line.variantId),
  )
  const vatPercent = details?.vatCode ? env.VAT_PERCENT : 0
  const toLine = ({ line, quantity, amount, subsidy, commission: fee }: Part): DocumentLine => ({
    sku: line.sku,
    title: line.title,
    quantity,
    price: line.price.amount,
    discount: line.price.amount * quantity - amount,
    amount,
    ...(subsidy > 0 && { subsidy }),
    vatPercent,
    vat: vatInside(amount, vatPercent),
    ikpu: codes.get(line.variantId)?.ikpu ?? null,
    packageCode: (codes.get(line.variantId) as { packageCode?: string } | undefined)?.packageCode ?? null,
    commission: fee,
    rule: line.commissionRule ?? null,
  })
  return {
    orderNumber: number,
    currency: parcel.total.currency,
    shop: {
      name: shop?.name ?? parcel.shopId,
      holder: details?.holder ?? null,
      taxId: details?.tin ?? details?.pinfl ?? null,
      vatCode: details?.vatCode ?? null,
    },
    operator: { name: env.OPERATOR_NAME, taxId: env.OPERATOR_TIN ?? null, vatCode: env.OPERATOR_VAT_CODE ?? null },
    lines: parts.map(toLine),
    delivery,
    deliveryVat: vatInside(delivery, vatPercent),
    total,
    commission,
  }
}

const soldParts = ({ lines }: PlacedParcel): Part[] =>
  lines.map((line) => ({
    line,
    quantity: line.quantity,
    amount: line.price.amount * line.quantity - line.discount.amount,
    subsidy: line.subsidy?.amount ?? 0,
    commission: line.commission.amount,
  }))

async function afterSale(tx: Tx, { data: paid, streamId, at }: Recorded<EventOf<'OrderPaid'>>): Promise<void> {
  const placed = await readPlaced(tx, streamId)
  const { orderId, number } = placed
  const credits =
    placed.credit &&
    allocate(
      placed.credit,
      placed.parcels.map(({ total }) => total.amount),
    )
  for (const [index, parcel] of placed.parcels.entries()) {
    const { parcelId, shopId } = parcel
    const credit = credits?.[index]?.amount ?? 0
    if (paid.parcelIds && !paid.parcelIds.includes(parcelId)) continue
    const commissionVat = await feeVat(parcelId, 'vat', parcelId)
    const data = {
      ...(await dataOf(tx, {
        parcel,
        parts: soldParts(parcel),
        number,
        delivery: parcel.delivery.amount,
        commission: parcel.commission.amount,
        total: parcel.total.amount,
      })),
      ...(credit > 0 && { credit }),
      commissionVat,
      original: null,
    }
    const common = { ref: parcelId, shopId, orderId, parcelId, at, data }
    await issue(tx, { kind: 'receipt', ...common })
    if (data.commission > 0) await issue(tx, { kind: 'act', ...common })
  }
}

function refundedParts(parcel: PlacedParcel, { lines }: RefundAccepted): Part[] {
  return lines.flatMap((part) => {
    const line = parcel.lines.find(({ lineId }) => lineId === part.lineId)
    const { quantity, amount, subsidy, commission } = part
    const sums = { amount: amount.amount, subsidy: subsidy?.amount ?? 0, commission: commission.amount }
    return line ? [{ line, quantity, ...sums }] : []
  })
}

async function afterRefund(tx: Tx, { data: refund, streamId, at }: Recorded<EventOf<'RefundAccepted'>>): Promise<void> {
  if (!refund.paymentId || refund.unsold) return
  const { number, parcels } = await readPlaced(tx, streamId)
  const { refundId: ref, shopId, orderId, parcelId } = refund
  const parcel = parcels.find((one) => one.parcelId === parcelId)
  if (!parcel) throw new Error(`A refund of a parcel that was never placed: ${parcelId}`)
  const described = await dataOf(tx, {
    parcel,
    parts: refundedParts(parcel, refund),
    number,
    delivery: refund.delivery.amount,
    commission: refund.commission.amount,
    total: refund.amount.amount,
  })
  const commissionVat = await feeVat(parcelId, 'vat-refund', ref)
  const common = { ref, shopId, orderId, parcelId, at }
  const credit = refund.credit?.amount ? { credit: refund.credit.amount } : {}
  const of = async (kind: 'receipt' | 'act') => {
    const original = await nameOf(tx, kind, parcelId)
    await issue(tx, { kind: `refund-${kind}`, ...common, data: { ...described, ...credit, commissionVat, original } })
  }
  await of('receipt')
  if (described.commission > 0) await of('act')
}

/** A sale makes a receipt for the buyer and an act about the commission for the shop; a refund makes their mirrors. */
export const policies: Record<string, Reaction> = { OrderPaid: on(afterSale), RefundAccepted: on(afterRefund) }
