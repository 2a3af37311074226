import { actorFromRequest } from '@/lib/auth'
import type { Actor } from '@/lib/auth/schema'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { actorByKey } from '@/lib/seller'

/**
 * Who may call. `cart`: its bearer token. `order`: its access token, the shop's key, or the buyer's session.
 * `shop`: a shop key with the scope of the call.
 */
export type Access = 'public' | 'cart' | 'order' | 'shop'

export type Caller = { actor: Actor; token: string | null }

type Refusal = 'unauthorized' | 'forbidden'

const bearer = (request: Request) => /^Bearer ([\x21-\x7e]{1,200})$/i.exec(request.headers.get('authorization') ?? '')

const writes = (request: Request) => !['GET', 'HEAD'].includes(request.method)

/** A cookie comes along with a form on somebody else's page; a bearer token does not. */
const isForeignPage = (request: Request) =>
  writes(request) && !['same-origin', 'none', null].includes(request.headers.get('sec-fetch-site'))

async function byKey(token: string, scope: string | undefined): Promise<Result<Caller, Refusal>> {
  const actor = await actorByKey(token)
  if (!actor) return fail('unauthorized')
  return scope && !actor.scopes.includes(scope) ? fail('forbidden', { scope }) : ok({ actor, token: null })
}

async function bySession(request: Request): Promise<Result<Caller, Refusal>> {
  const actor = await actorFromRequest(request)
  if (actor.kind !== 'user') return fail('unauthorized')
  return isForeignPage(request) ? fail('forbidden') : ok({ actor, token: null })
}

export async function callerOf(request: Request, access: Access, scope?: string): Promise<Result<Caller, Refusal>> {
  if (access === 'public') return ok({ actor: { kind: 'guest' }, token: null })
  const token = bearer(request)?.[1] ?? null
  if (access === 'shop') return token ? byKey(token, scope) : fail('unauthorized')
  if (access === 'order' && token?.startsWith('bzr_')) return byKey(token, scope)
  if (token) return ok({ actor: { kind: 'guest', cartToken: token }, token })
  return access === 'order' ? bySession(request) : fail('unauthorized')
}
