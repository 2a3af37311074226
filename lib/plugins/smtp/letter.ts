import { createHash } from 'node:crypto'
import type { Letter } from '@/lib/mail/schema'

/** As the transport wants it. Nothing that a person wrote begins a header of its own. */
export function toMessage({ to, subject, text, key, unsubscribe }: Letter, host: string) {
  const id = createHash('sha256').update(key).digest('hex').slice(0, 40)
  return {
    to,
    subject: subject.replace(/[\r\n]+/g, ' '),
    text,
    messageId: `<${id}@${host}>`,
    ...(unsubscribe && {
      headers: { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    }),
  }
}
