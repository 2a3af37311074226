import { createHash } from 'node:crypto'
import type { Tx } from '@/lib/kernel/db'
import { log } from '@/lib/kernel/log'
import type { Provider } from '../schema'
import { redactBody } from './redact-body'

export type ReceivedCallback = {
  provider: Provider
  /** What happened, by the provider's own name for it: a repeat has the same. */
  eventKey: string
  /** As it came. Kept cut, without secrets and personal data. */
  body: string
  /** What a repeat may not change; the body unless the transport wraps it in something new each time. */
  payload?: string
  headers: Headers
  ip: string
  answer?: string
}

const keptHeaders = ['content-type', 'user-agent', 'content-length']
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

type Row = { first: boolean; same: boolean }

/**
 * Keeps a callback of a provider that has proved who it is; a forged one is not kept, or anybody could fill the table.
 * The first of its key wins. In the transaction of the effect, repeats wait here for the first, and only `first` may
 * have an effect. `alarm`: the event is known with another payload; logged, counted and listed for the operator.
 */
export async function recordCallback(tx: Tx, callback: ReceivedCallback): Promise<'first' | 'repeat' | 'alarm'> {
  const { provider, eventKey, body, payload = body, headers, ip, answer } = callback
  const kept = Object.fromEntries(keptHeaders.flatMap((name) => (headers.has(name) ? [[name, headers.get(name)]] : [])))
  const values = [provider, eventKey.slice(0, 300), sha256(payload), redactBody(body), JSON.stringify(kept), ip]
  const { rows } = await tx.query<Row>(
    `insert into provider_callback as kept (provider, event_key, payload_sha256, body, headers, ip, answer)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (provider, event_key) do update
       set repeats = kept.repeats + 1, last_at = now(), answer = coalesce(excluded.answer, kept.answer),
           alarm = kept.alarm or kept.payload_sha256 <> excluded.payload_sha256
     returning repeats = 0 as first, payload_sha256 = $3 as same`,
    [...values, answer?.slice(0, 8_192) ?? null],
  )
  const { first, same } = rows[0] ?? { first: false, same: false }
  if (first) return 'first'
  if (same) return 'repeat'
  await tx.query(
    `insert into provider_alarm (provider, event_key, payload_sha256, body, headers, ip)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    values,
  )
  log.error({ provider, eventKey, ip }, 'a known callback came with another payload')
  return 'alarm'
}
