'use server'

import { redirect } from 'next/navigation'
import { outcomeOf } from '@/components/order/said'
import { cancelOrder, confirmReceipt } from '@/lib/order'
import { cancelOrderSchema } from '@/lib/order/schema'
import { orderAccess } from './access'
import { orderSchema } from './order-form'

const readOrder = (form: FormData) => orderSchema.parse(Object.fromEntries(form))
type Asked = ReturnType<typeof readOrder>

/** The order's page again, by the link that opened it, with what happened in the address. */
function goBack({ locale, number, t }: Asked, outcome: string): never {
  redirect(`/${locale}/orders/${number}?${new URLSearchParams({ ...(t && { t }), outcome })}`)
}

type Answer = { ok: true } | { ok: false; code: string }
const end = (asked: Asked, answer: Answer, done: string) => goBack(asked, answer.ok ? done : outcomeOf(answer.code))

/** The whole order, in the buyer's own words. */
export async function cancelWholeOrder(form: FormData): Promise<void> {
  const asked = readOrder(form)
  const read = cancelOrderSchema.safeParse({ reason: form.get('reason') })
  if (!read.success) goBack(asked, 'bad-words')
  const access = await orderAccess(asked.number, asked.t)
  end(asked, await cancelOrder({ number: asked.number }, access, read.data.reason), 'didCancel')
}

/** The goods are here: the shop's money leaves escrow. */
export async function receiveParcel(form: FormData): Promise<void> {
  const asked = readOrder(form)
  const access = await orderAccess(asked.number, asked.t)
  end(asked, await confirmReceipt(asked.parcel ?? '', access), 'didReceive')
}
