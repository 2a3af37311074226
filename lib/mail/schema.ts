/** A letter. `key` is its name for ever: the same key is the same letter, and its Message-ID says so. */
export type Letter = {
  to: string
  subject: string
  text: string
  key: string
  /** An address that takes one POST and asks nothing (RFC 8058). */
  unsubscribe?: string
}

/** `refused`: for ever, by who would have received it. Throws where asking again may help. */
export type Sent = 'sent' | 'refused'

export type MailDoor = { send(letter: Letter): Promise<Sent> }

declare module '@/lib/kernel/plugin' {
  interface Ports {
    mail: MailDoor
  }
}
