import { setTimeout as pause } from 'node:timers/promises'

export type Answer = { status: number; body: unknown }
type Call = { method: string; path: string; headers?: Record<string, string>; body?: string }

/** An Idempotency-Key stays with a dead process for 30 s, and whoever takes it over may die too. */
const PATIENCE_MS = 180_000

/**
 * Sends the same call to one instance after the other until one of them answers for good: what a client does whose
 * server dies. No answer, 5xx and "still running" are reasons to ask again.
 */
export async function patiently(bases: readonly string[], { method, path, headers, body }: Call): Promise<Answer> {
  const until = Date.now() + PATIENCE_MS
  let last = 'no answer'
  for (let tries = 0; Date.now() < until; tries += 1) {
    const base = bases[tries % bases.length] ?? ''
    try {
      const response = await fetch(`${base}${path}`, {
        method,
        headers: { ...headers, connection: 'close' },
        signal: AbortSignal.timeout(15_000),
        ...(body === undefined ? {} : { body }),
      })
      const text = await response.text()
      last = `${response.status} ${text.slice(0, 200)}`
      const busy = response.status === 409 && text.includes('idempotency-key-in-use')
      if (response.status < 500 && !busy) return { status: response.status, body: JSON.parse(text) }
    } catch (error) {
      last = String(error)
    }
    await pause(100 + Math.random() * 400)
  }
  throw new Error(`${method} ${path} got no answer in ${PATIENCE_MS / 1000} s; the last was ${last}`)
}
