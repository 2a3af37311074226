import { ZodError } from 'zod'
import { now } from '@/lib/kernel/clock'
import { type Tx, transact } from '@/lib/kernel/db'
import { log } from '@/lib/kernel/log'
import { recordCallback } from '@/lib/payment'
import { webhookSecret } from './client'
import { noteDispute } from './note-dispute'
import { noteFailedRefund } from './note-failed-refund'
import { noteRefund } from './note-refund'
import { readEvent, type StripeEvent } from './read-event'
import { closeAs, takePayment } from './take-payment'

const MAX_BYTES = 1024 * 1024

type Effect = (tx: Tx, event: StripeEvent) => Promise<void>

const effects = new Map<string, Effect>([
  ['checkout.session.completed', takePayment],
  ['checkout.session.async_payment_succeeded', takePayment],
  ['checkout.session.async_payment_failed', closeAs('failed')],
  ['checkout.session.expired', closeAs('expired')],
  ['charge.refunded', noteRefund],
  ['refund.failed', noteFailedRefund],
  ['refund.updated', noteFailedRefund],
  ['charge.refund.updated', noteFailedRefund],
  ['charge.dispute.created', noteDispute],
  ['charge.dispute.updated', noteDispute],
  ['charge.dispute.closed', noteDispute],
  ['charge.dispute.funds_withdrawn', noteDispute],
  ['charge.dispute.funds_reinstated', noteDispute],
])

const respond = (status: number, body: object): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

async function readBytes(request: Request): Promise<Buffer | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) return null
  const bytes = Buffer.from(await request.arrayBuffer())
  return bytes.byteLength > MAX_BYTES ? null : bytes
}

/** A delivery wraps the event in a little that changes each time; what it is about may not. */
const payloadOf = ({ type, livemode, data }: StripeEvent) => JSON.stringify([type, livemode, data.object])

const apply = (event: StripeEvent, body: Buffer, headers: Headers, ip: string) =>
  transact(async (tx) => {
    const came = { body: body.toString('utf8'), payload: payloadOf(event), headers, ip }
    const seen = await recordCallback(tx, { provider: 'stripe', eventKey: event.id, ...came })
    if (seen === 'first') await effects.get(event.type)?.(tx, event)
    return seen
  })

/**
 * Stripe's webhooks (docs.stripe.com/webhooks): at least once, in any order. Each event has its effect once, and each
 * effect is tied to the object it is about. 5xx makes Stripe come back later; 4xx is for what will never be right.
 */
export async function answerStripe(request: Request, address: string): Promise<Response> {
  const body = await readBytes(request)
  if (!body) return respond(413, { error: 'too-large' })
  const event = readEvent(body, request.headers.get('stripe-signature'), webhookSecret(), now())
  if (!event) return respond(400, { error: 'not-a-signed-event' })
  try {
    const seen = await apply(event, body, request.headers, address)
    return respond(200, { received: true, ...(seen === 'first' ? {} : { repeated: true }) })
  } catch (error) {
    if (error instanceof ZodError) return respond(422, { error: 'unreadable-event' })
    log.error({ err: error, event: event.id, type: event.type }, 'stripe')
    return respond(500, { error: 'try-again' })
  }
}
