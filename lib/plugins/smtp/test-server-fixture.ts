import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

type Refusal = { at: 'RCPT' | 'DATA'; code: number }

/** A real server on this machine that keeps what it takes, and refuses what it is told to. */
export class MailServer {
  readonly taken: string[] = []
  readonly said: string[] = []
  /** To the next letters, one each. */
  refusing: Refusal[] = []
  private readonly server: SMTPServer

  constructor(options: SMTPServerOptions = {}) {
    this.server = new SMTPServer({
      authOptional: true,
      onAuth: ({ username = '', password = '' }, session, done) => {
        this.said.push(`${session.secure ? 'secure' : 'open'} ${username}:${password}`)
        done(password === 'right-word' ? null : new Error('no'), { user: username })
      },
      onRcptTo: (_, __, done) => done(this.refusal('RCPT')),
      onData: (stream, _, done) => {
        const chunks: Uint8Array[] = []
        stream.on('data', (chunk: Uint8Array) => chunks.push(chunk))
        stream.on('end', () => {
          const refusal = this.refusal('DATA')
          if (refusal === null) this.taken.push(Buffer.concat(chunks).toString())
          done(refusal)
        })
      },
      ...options,
    })
    // Whoever hangs up in the middle of a handshake is what some tests are about.
    this.server.on('error', () => undefined)
  }

  private refusal(at: Refusal['at']): Error | null {
    if (this.refusing[0]?.at !== at) return null
    const [{ code } = { code: 0 }] = this.refusing.splice(0, 1)
    return Object.assign(new Error('not this one'), { responseCode: code })
  }

  async listen(): Promise<number> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening))
    return (this.server.server.address() as AddressInfo).port
  }

  close = (): Promise<void> => new Promise((closed) => this.server.close(closed))
}
