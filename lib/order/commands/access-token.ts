import { createHmac } from 'node:crypto'
import { env } from '@/lib/kernel/env'
import type { OrderId } from '../schema'

/** Derived, so that a checkout repeated after a crash hands out the same one; the table holds only its hash. */
export const accessTokenOf = (orderId: OrderId): string =>
  createHmac('sha256', env.AUTH_SECRET).update(`order-access:${orderId}`).digest('base64url')
