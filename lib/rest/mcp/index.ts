import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { clientAddress, limitedAs } from '../address'
import { readJson } from '../body'
import { tooMany } from '../limits'
import { problem } from '../problem'
import { requestIdOf } from '../request-id'
import { answerMessage, type RpcAnswer, refuse, versions } from './protocol'

const json = (answer: RpcAnswer, status = 200) =>
  Response.json(answer, { status, headers: { 'Cache-Control': 'private, no-store' } })

/** A page of somebody else must not make its visitor's browser ask here: the specification wants it refused. */
const isForeign = (origin: string | null) => origin !== null && origin !== env.APP_URL

const isUnknown = (version: string | null) => version !== null && !versions.some((one) => one === version)

/** One message, one answer: Streamable HTTP without a stream, as nothing here takes long or speaks unasked. */
export async function answerAgent(request: Request): Promise<Response> {
  if (isForeign(request.headers.get('origin'))) return problem('forbidden')
  const ip = limitedAs(clientAddress(request))
  const limited = await tooMany('read', ip)
  if (limited) return limited
  if (isUnknown(request.headers.get('mcp-protocol-version')))
    return json(refuse(-32600, 'Unknown MCP-Protocol-Version'), 400)
  const body = await readJson(request)
  if (!body.ok) return body.code === 'invalid-json' ? json(refuse(-32700, 'Not JSON'), 400) : problem(body.code)
  try {
    const answer = await answerMessage(body.value, { ip })
    if (answer === null) return new Response(null, { status: 202 })
    const isMalformed = 'error' in answer && answer.id === null
    return json(answer, isMalformed ? 400 : 200)
  } catch (error) {
    log.error({ err: error, requestId: requestIdOf(request) }, 'a tool broke')
    const { id } = body.value as { id?: string | number }
    return json(refuse(-32603, 'Something broke on our side', id ?? null), 500)
  }
}
