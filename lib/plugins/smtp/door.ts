import { createTransport } from 'nodemailer'
import type { Options } from 'nodemailer/lib/smtp-transport'
import { env } from '@/lib/kernel/env'
import type { MailDoor } from '@/lib/mail/schema'
import { toMessage } from './letter'

const loopback = ['localhost', '127.0.0.1', '[::1]']

/**
 * Beyond this machine nothing is said before the line is encrypted, unless the address itself says otherwise
 * (`?requireTLS=false`): a server that forgets to offer it would be told the password in the clear.
 */
function optionsOf(url: string): Options & { url: string } {
  const { protocol, hostname, searchParams } = new URL(url)
  const demanded = searchParams.get('requireTLS')
  const far = !loopback.includes(hostname)
  const requireTLS = protocol === 'smtp:' && (demanded === null ? far : demanded === 'true')
  return { url, requireTLS, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
}

/** Of the letter itself, by RFC 5321: 5xx to its recipient or its content. Whoever we are is refused before that. */
const isFinal = ({ command = '', responseCode = 0 }: { command?: string; responseCode?: number }) =>
  responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA')

export function smtpDoor(url: string): MailDoor {
  const transport = createTransport(optionsOf(url))
  const { hostname } = new URL(env.APP_URL)
  const from = { name: env.OPERATOR_NAME, address: env.MAIL_FROM ?? `no-reply@${hostname}` }
  return {
    async send(letter) {
      try {
        await transport.sendMail({ ...toMessage(letter, hostname), from })
        return 'sent'
      } catch (error) {
        if (isFinal(error as { command?: string; responseCode?: number })) return 'refused'
        throw error
      }
    },
  }
}
