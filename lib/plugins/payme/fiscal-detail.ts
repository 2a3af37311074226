import { listFiscalCodes } from '@/lib/catalog'
import { sql } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { listPaidLines } from '@/lib/order'

type FiscalLine = {
  title: string
  /** Of one, in tiyin. */
  price: number
  count: number
  /** Of the whole line, in tiyin. */
  discount: number
  ikpu: string | undefined
  packageCode: string | undefined
}

type FiscalItem = {
  title: string
  price: number
  count: number
  code: string
  package_code: string
  vat_percent: number
  discount?: number
}

export type FiscalDetail = { receipt_type: 0; items: FiscalItem[] }

const isIkpu = (code: string | undefined): code is string => /^\d{17}$/.test(code ?? '')

/** Null where a line has no code (Payme refuses half a receipt) or the lines are not the amount to the tiyin. */
export function buildDetail(lines: readonly FiscalLine[], amount: number, vatPercent: number): FiscalDetail | null {
  const items: FiscalItem[] = []
  for (const { title, price, count, discount, ikpu, packageCode } of lines) {
    if (!isIkpu(ikpu) || !packageCode) return null
    const item = { title, price, count, code: ikpu, package_code: packageCode, vat_percent: vatPercent }
    items.push(discount > 0 ? { ...item, discount } : item)
  }
  const sum = lines.reduce((total, { price, count, discount }) => total + price * count - discount, 0)
  return sum === amount && items.length > 0 ? { receipt_type: 0, items } : null
}

/** Payme's `shipping` can carry neither code nor VAT, so delivery is a line like the others. */
const deliveryLine = (price: number): FiscalLine => ({
  title: 'Yetkazib berish',
  price,
  count: 1,
  discount: 0,
  ikpu: env.PAYME_DELIVERY_IKPU,
  packageCode: env.PAYME_DELIVERY_PACKAGE,
})

/** What a receipt says of an order (Payme, fiscal data). Titles are cut at the 63 characters of the register. */
export async function fiscalDetail(orderId: string, amount: number): Promise<FiscalDetail | null> {
  const { lines, delivery } = await listPaidLines(sql, orderId)
  const codes = await listFiscalCodes(
    sql,
    lines.map(({ variantId }) => variantId),
  )
  const goods = lines.map(({ variantId, title, price, quantity, discount }) => ({
    title: (title.uz ?? title.ru ?? title.en ?? '').slice(0, 63),
    price,
    count: quantity,
    discount,
    ikpu: codes.get(variantId)?.ikpu,
    packageCode: env.PAYME_PACKAGE_CODE,
  }))
  const all = delivery > 0 ? [...goods, deliveryLine(delivery)] : goods
  const detail = buildDetail(all, amount, env.VAT_PERCENT)
  if (!detail && env.PAYME_PACKAGE_CODE) log.warn({ orderId }, 'no fiscal detail: a code is missing or sums differ')
  return detail
}
