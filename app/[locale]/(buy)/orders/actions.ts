'use server'

import { redirect } from 'next/navigation'
import type { FindProblem } from '@/components/order/find-order'
import { currentDevice, keepOrderPass } from '@/lib/auth'
import { normalizePhone } from '@/lib/format'
import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { getOrder, mayAsk } from '@/lib/order'
import { startPayment } from '@/lib/payment'
import { orderAccess } from './access'
import { orderSchema } from './order-form'

async function search(number: string, phone: string | null): Promise<FindProblem | null> {
  if (!/^\w{4,20}$/.test(number)) return 'number'
  if (phone === null) return 'phone'
  if (!(await mayAsk(phone, (await currentDevice()).ip))) return 'too-many'
  if ((await getOrder({ number }, { phone })) === null) return 'not-found'
  await keepOrderPass({ number, phone })
  return null
}

/** Opens an order by number and phone; the phone stays out of addresses and logs. */
export async function findOrder(form: FormData): Promise<void> {
  const { locale, number } = orderSchema.parse({ locale: form.get('locale'), number: form.get('number') ?? '' })
  const problem = await search(number, normalizePhone(String(form.get('phone') ?? '')))
  if (problem === null) redirect(`/${locale}/orders/${number}`)
  redirect(`/${locale}/orders?${new URLSearchParams({ problem, number })}`)
}

const stay = (url: string): string => (url.startsWith(`${env.APP_URL}/`) ? url.slice(env.APP_URL.length) : url)

/** Where to pay an order that is still open; asking again is harmless. */
export async function payOrder(form: FormData): Promise<void> {
  const { locale, number, t } = orderSchema.parse(Object.fromEntries(form))
  const order = await getOrder({ number }, await orderAccess(number, t))
  const query = new URLSearchParams({ ...(t && { t }), pay: 'failed' })
  const back = `/${locale}/orders/${number}`
  if (order === null || order.provider === 'credit') redirect(back)
  const started = await startPayment(order.id, order.provider, order.locale).catch((error: unknown) => {
    log.error({ err: error, order: order.id }, 'a payment did not start')
    return null
  })
  redirect(started?.ok === true ? stay(started.value.url) : `${back}?${query}`)
}
