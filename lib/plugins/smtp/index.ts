import { createTransport } from 'nodemailer'
import { env } from '@/lib/kernel/env'
import type { Plugin } from '@/lib/kernel/plugin'
import type { MailDoor } from '@/lib/mail/schema'
import { toMessage } from './letter'

export const smtpDoor = (url: string): MailDoor => {
  const transport = createTransport(url, { connectionTimeout: 10_000, socketTimeout: 20_000 } as object)
  const { hostname } = new URL(env.APP_URL)
  const from = { name: env.OPERATOR_NAME, address: env.MAIL_FROM ?? `no-reply@${hostname}` }
  return { send: async (letter) => void (await transport.sendMail({ ...toMessage(letter, hostname), from })) }
}

/** Letters by SMTP, once `SMTP_URL` is set. */
export const smtp: Plugin = {
  name: 'smtp',
  ...(env.SMTP_URL && { provides: { mail: smtpDoor(env.SMTP_URL) } }),
}
