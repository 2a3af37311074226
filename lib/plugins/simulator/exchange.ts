import { env } from '@/lib/kernel/env'

/** One call as a provider would make it, and what our endpoint said to it. */
export type Exchange = { sent: string; body: string; status: number; answer: string }

export type Send = (path: string, headers: Record<string, string>, body: string) => Promise<Exchange>

/** Our own server: nothing of a callback is skipped in a demo, not even the network. */
export const ownServer = (): string => `http://127.0.0.1:${env.PORT}`

/** Sends over HTTP and keeps what was said, in order. */
export function recorder(base: string): { send: Send; exchanges: Exchange[] } {
  const exchanges: Exchange[] = []
  const send: Send = async (path, headers, body) => {
    const response = await fetch(`${base}/api/payments/${path}`, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(10_000),
    })
    const answer = await response.text()
    const exchange = { sent: `POST /api/payments/${path}`, body, status: response.status, answer }
    exchanges.push(exchange)
    return exchange
  }
  return { send, exchanges }
}
