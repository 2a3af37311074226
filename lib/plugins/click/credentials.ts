import { env } from '@/lib/kernel/env'
import { demoKey } from '@/lib/payment'

const demo = env.APP_ENV === 'demo'

/** What the callbacks are checked against: Click's own, or in a demo without them the simulator's. */
export const serviceId = (): string | undefined => env.CLICK_SERVICE_ID ?? (demo ? '1' : undefined)
export const secret = (): string | undefined => env.CLICK_SECRET ?? demoKey('click')
