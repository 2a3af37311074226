import { type Tx, transact } from '@/lib/kernel/db'
import { log } from '@/lib/kernel/log'
import { mayCallBack, recordCallback } from '@/lib/payment'
import { type Answer, refuse } from './answers'
import { type Completed, complete } from './complete'
import { secret, serviceId } from './credentials'
import { flagCancelled } from './flag-cancelled'
import { prepare } from './prepare'
import { type ClickRequest, readRequest, readText } from './request'
import { isSigned } from './signature'

type Method = 'prepare' | 'complete'
type Came = { body: string; headers: Headers; ip: string }

/** HTTP 200 always; what went wrong is in the body. */
const respond = ({ json }: Answer): Response =>
  new Response(json, { headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' } })

/** What a repeat must not change; the time and its signature may. */
const payloadOf = (asked: ClickRequest): string =>
  [asked.merchant_trans_id, asked.merchant_prepare_id, asked.amount, asked.action, asked.error].join('|')

async function keep(tx: Tx, method: Method, asked: ClickRequest, answer: Answer, came: Came): Promise<void> {
  const eventKey = `${method}:${asked.click_trans_id}:${answer.error}`
  await recordCallback(tx, { provider: 'click', eventKey, payload: payloadOf(asked), answer: answer.json, ...came })
}

async function decide(method: Method, asked: ClickRequest, came: Came): Promise<Answer> {
  try {
    return await transact(async (tx) => {
      const answer: Completed = method === 'prepare' ? await prepare(tx, asked) : await complete(tx, asked)
      if (answer.flag) await flagCancelled(tx, asked)
      await keep(tx, method, asked, answer, came)
      return answer
    })
  } catch (error) {
    log.error({ err: error, method, clickTransId: asked.click_trans_id }, 'click')
    return refuse(-7)
  }
}

/**
 * Click's SHOP-API (docs.click.uz, SHOP-API). `address`: of the client, as the edge knows it. Nothing is looked up, let
 * alone changed, before the signature and the service are known to be right, whatever `error` says.
 */
export async function answerClick(request: Request, method: Method, address: string): Promise<Response> {
  const body = request.method === 'POST' ? await readText(request) : null
  const asked = body === null ? null : readRequest(body, method)
  if (body === null || !asked) return respond(refuse(-8))
  if (!mayCallBack('click', address) || !isSigned(asked, secret(), method)) return respond(refuse(-1))
  if (asked.service_id !== serviceId()) return respond(refuse(-8))
  if (asked.action !== (method === 'prepare' ? '0' : '1')) return respond(refuse(-3))
  return respond(await decide(method, asked, { body, headers: request.headers, ip: address }))
}
