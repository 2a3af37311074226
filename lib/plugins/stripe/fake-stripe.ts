import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Fields = Record<string, string>
type Stored = Record<string, unknown> & { id: string }
type Answer = { status: number; body: object }
type Kept = { params: string; answer: Answer }

const failed = (status: number, type: string, code: string): Answer => ({
  status,
  body: { error: { type, code, message: code } },
})

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks).toString()
}

/**
 * As much of Stripe as the market uses: sessions, refunds, keys that replay, webhooks signed with the endpoint's
 * secret. Tests point STRIPE_API_HOST, STRIPE_API_PORT and STRIPE_API_PROTOCOL here.
 */
export class FakeStripe {
  readonly sessions = new Map<string, Stored>()
  readonly refunds = new Map<string, Stored>()
  readonly calls: { path: string; key: string | undefined; fields: Fields }[] = []
  /** What the next refunds become. */
  refundStatus = 'succeeded'
  private readonly kept = new Map<string, Kept>()
  private readonly server: Server = createServer((request, response) => void this.serve(request, response))
  private made = 0

  async listen(): Promise<number> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening))
    return (this.server.address() as AddressInfo).port
  }

  close = (): void => void this.server.close()

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await read(request)
    const key = request.headers['idempotency-key'] as string | undefined
    const path = `${request.method} ${request.url?.split('?')[0]}`
    this.calls.push({ path, key, fields: Object.fromEntries(new URLSearchParams(text)) })
    const { status, body } = key && request.method === 'POST' ? this.once(key, path, text) : this.answer(path, text)
    response.writeHead(status, { 'Content-Type': 'application/json', 'Request-Id': `req_${this.calls.length}` })
    response.end(JSON.stringify(body))
  }

  /** The first answer is replayed; the same key with other words is an error. */
  private once(key: string, path: string, text: string): Answer {
    const params = `${path} ${text}`
    const before = this.kept.get(key)
    if (before && before.params !== params) return failed(400, 'idempotency_error', 'idempotency_key_in_use')
    if (before) return before.answer
    const answer = this.answer(path, text)
    this.kept.set(key, { params, answer: structuredClone(answer) })
    return answer
  }

  private answer(path: string, text: string): Answer {
    const fields = Object.fromEntries(new URLSearchParams(text))
    const [, kind, id, verb] = /^\w+ \/v1\/(checkout\/sessions|refunds)(?:\/(\w+))?(?:\/(\w+))?$/.exec(path) ?? []
    if (path === 'POST /v1/checkout/sessions') return this.openSession(fields)
    if (path === 'POST /v1/refunds') return this.refund(fields)
    const found = id && (kind === 'refunds' ? this.refunds : this.sessions).get(id)
    if (!found) return failed(404, 'invalid_request_error', 'resource_missing')
    if (verb === 'expire') {
      if (found['status'] !== 'open') return failed(400, 'invalid_request_error', 'session_not_open')
      found['status'] = 'expired'
    }
    return { status: 200, body: found }
  }

  private openSession(fields: Fields): Answer {
    const id = `cs_test_${++this.made}${createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 16)}`
    const session = {
      id,
      object: 'checkout.session',
      livemode: false,
      status: 'open',
      payment_status: 'unpaid',
      amount_total:
        Number(fields['line_items[0][price_data][unit_amount]']) * Number(fields['line_items[0][quantity]']),
      currency: fields['line_items[0][price_data][currency]'],
      client_reference_id: fields['client_reference_id'],
      expires_at: Number(fields['expires_at']),
      payment_intent: null,
      url: `https://checkout.stripe.com/c/pay/${id}`,
    }
    this.sessions.set(id, session)
    return { status: 200, body: session }
  }

  private refund(fields: Fields): Answer {
    const session = [...this.sessions.values()].find((one) => one['payment_intent'] === fields['payment_intent'])
    if (!session) return failed(400, 'invalid_request_error', 'resource_missing')
    const amount = Number(fields['amount'])
    const before = [...this.refunds.values()]
      .filter((one) => one['payment_intent'] === fields['payment_intent'])
      .reduce((sum, one) => sum + Number(one['amount']), 0)
    if (before + amount > Number(session['amount_total'])) {
      return failed(400, 'invalid_request_error', 'charge_already_refunded')
    }
    const refund = { ...fields, id: `re_${++this.made}`, object: 'refund', amount, status: this.refundStatus }
    this.refunds.set(refund.id, refund)
    return { status: 200, body: refund }
  }

  /** The buyer pays; answers the session as its webhook would carry it. */
  pay(id: string): Stored {
    const session = this.sessions.get(id)
    if (!session) throw new Error(`No session ${id}`)
    return Object.assign(session, { status: 'complete', payment_status: 'paid', payment_intent: `pi_${id.slice(8)}` })
  }
}

export type WebhookOptions = { secret: string; seconds?: number; livemode?: boolean; id?: string }

/** A delivery with Stripe's own signature scheme. */
export function webhook(type: string, object: object, { secret, seconds, livemode = false, id }: WebhookOptions) {
  const at = seconds ?? Math.floor(Date.now() / 1000)
  const unique = createHash('sha256')
    .update(`${type}${JSON.stringify(object)}`)
    .digest('hex')
    .slice(0, 24)
  const event = { id: id ?? `evt_${unique}`, object: 'event', type, livemode, created: at, data: { object } }
  const body = JSON.stringify(event)
  const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')
  return { body, header: `t=${at},v1=${signature}` }
}
