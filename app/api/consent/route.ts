import { actorFromRequest, isSameOrigin, keepConsent, visitorSubject } from '@/lib/auth'
import { consentInputSchema, recordConsent } from '@/lib/consent'
import { clientAddress, limitedAs, problem, readJson, takeOnly, tooMany } from '@/lib/rest'

/** The banner's and the settings' answer: written down first, then known to the browser. */
async function take(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return problem('forbidden')
  const refused = await tooMany('cart', limitedAs(clientAddress(request)))
  if (refused) return refused
  const body = await readJson(request)
  if (!body.ok) return problem(body.code)
  const input = consentInputSchema.safeParse(body.value)
  if (!input.success) return problem('invalid-request')
  const actor = await actorFromRequest(request)
  const who = { subject: await visitorSubject(), userId: actor.kind === 'user' ? actor.id : null }
  await keepConsent(input.data, await recordConsent(input.data, who))
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'private, no-store' } })
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = takeOnly(take)
