import { env } from '@/lib/kernel/env'
import type { Plugin } from '@/lib/kernel/plugin'
import { smtpDoor } from './door'

/** Letters by SMTP, once `SMTP_URL` is set. */
export const smtp: Plugin = {
  name: 'smtp',
  ...(env.SMTP_URL && { provides: { mail: smtpDoor(env.SMTP_URL) } }),
}
