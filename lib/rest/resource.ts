import type { Method, Operation } from './operation'
import { problem } from './problem'
import { requestIdOf } from './request-id'

type Context = { params: Promise<unknown> }
type RouteHandler = (request: Request, context: Context) => Promise<Response>

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

type Served = Record<(typeof methods)[number] | 'OPTIONS', RouteHandler>

function served(handlers: Partial<Record<Method, RouteHandler>>): Served {
  const handlerOf = (method: (typeof methods)[number]) => handlers[method === 'HEAD' ? 'GET' : method]
  const allow = [...methods.filter(handlerOf), 'OPTIONS'].join(', ')
  const refuse: RouteHandler = async (request) =>
    problem('method-not-allowed', { requestId: requestIdOf(request), headers: { Allow: allow } })
  const options: RouteHandler = async () => new Response(null, { status: 204, headers: { Allow: allow } })
  return {
    GET: handlerOf('GET') ?? refuse,
    HEAD: handlerOf('HEAD') ?? refuse,
    POST: handlerOf('POST') ?? refuse,
    PUT: handlerOf('PUT') ?? refuse,
    PATCH: handlerOf('PATCH') ?? refuse,
    DELETE: handlerOf('DELETE') ?? refuse,
    OPTIONS: options,
  }
}

/** All methods of one address, for a route file to export: what no operation serves answers 405 with Allow. */
export const resource = (operations: Partial<Record<Method, Operation>>): Served =>
  served(
    Object.fromEntries(
      Object.entries(operations).map(([method, operation]): [string, RouteHandler] => [
        method,
        async (request, { params }) => operation.serve(request, await params),
      ]),
    ),
  )

/** An address to read that is no call of the API. With the other methods exported too, no build freezes its answer. */
export function readOnly(read: (request: Request) => Promise<Response> | Response): Served {
  const answer: RouteHandler = async (request) => read(request)
  return served({ GET: answer })
}

/** The same for an address that only takes. */
export const takeOnly = (take: (request: Request) => Promise<Response>): Served => served({ POST: take })
