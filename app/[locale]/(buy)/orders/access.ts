import { currentActor, type OrderPass, orderPasses } from '@/lib/auth'
import type { OrderAccess } from '@/lib/order/schema'

const byPass = ({ token, phone }: Partial<OrderPass>): OrderAccess => ({ token, phone })

/** By the link's token, by what this browser was given at checkout or by phone, or as its signed-in buyer. */
export async function orderAccess(number: string, token?: string): Promise<OrderAccess> {
  const pass = (await orderPasses()).find((one) => one.number === number)
  return { ...byPass(pass ?? {}), ...(token !== undefined && { token }), actor: await currentActor() }
}
