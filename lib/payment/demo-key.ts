import { createHmac } from 'node:crypto'
import { env } from '@/lib/kernel/env'

/** In a demo without keys the simulator proves itself with this one; production has no such key. */
export const demoKey = (provider: string): string | undefined =>
  env.APP_ENV === 'demo'
    ? createHmac('sha256', env.AUTH_SECRET).update(`demo-key:${provider}`).digest('base64url')
    : undefined
