import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/kernel/env'

const sign = (userId: string) =>
  createHmac('sha256', env.AUTH_SECRET).update(`reminder-stop:${userId}`).digest('base64url')

/** Opens nothing but the end of the letters, so it needs no end of its own. */
export const stopToken = (userId: string): string => `${userId}.${sign(userId)}`

/** Whose letters a token ends; null: nobody's. */
export function readStopToken(token: string | null | undefined): string | null {
  const [userId = '', signature = ''] = (token ?? '').split('.')
  const [given, due] = [Buffer.from(signature), Buffer.from(sign(userId))]
  return given.length === due.length && timingSafeEqual(given, due) ? userId : null
}
