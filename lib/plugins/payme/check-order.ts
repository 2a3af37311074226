import type { Tx } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { use } from '@/lib/kernel/plugin'
import type { PayableOrder } from '@/lib/payment/ports'
import { type Answer, refuse } from './errors'

type Asked = { amount: number; account: Record<string, unknown> }

/** Account values come as string or number. */
export const accountOf = (account: Record<string, unknown>): string => {
  const value = account[env.PAYME_ACCOUNT_FIELD]
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

/** The checks that CheckPerform and Create share: the account, then the sum, then whether it may still be paid. */
export async function checkOrder(tx: Tx, { amount, account }: Asked): Promise<PayableOrder | { refused: Answer }> {
  const number = accountOf(account)
  const field = env.PAYME_ACCOUNT_FIELD
  const order = number ? await use('payable-orders').find(tx, { number }) : null
  if (order?.total.currency !== 'UZS') return { refused: refuse(-31050, field) }
  if (order.total.amount !== amount) return { refused: refuse(-31001) }
  if (order.state === 'paid') return { refused: refuse(-31051, field) }
  if (order.state !== 'payable') return { refused: refuse(-31052, field) }
  return order
}
