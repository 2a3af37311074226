import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import type { Plugin } from '@/lib/kernel/plugin'
import type { MailDoor } from '@/lib/mail/schema'

/** To whom and what is nobody's business but theirs: the log has its name and its size. */
const door: MailDoor = {
  send: async ({ key, text }) => {
    log.info({ letter: key, characters: text.length }, 'a letter was written')
    return 'sent'
  },
}

/** In a demo letters go nowhere. In production without SMTP there is no door, and nothing is scheduled for it. */
export const mailLog: Plugin = { name: 'mail-log', ...(env.APP_ENV === 'demo' && { provides: { mail: door } }) }
