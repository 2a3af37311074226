import type { z } from 'zod'
import { clientAddress, limitedAs } from './address'
import { readBody } from './body'
import { tooMany } from './limits'
import { problem } from './problem'

const cap = 4_000

/**
 * What a page tells as it is left. Nobody waits for the answer; a stranger's page, a flood or another shape is refused.
 * Answers 204, whatever `take` makes of it.
 */
export const beacon =
  <Told>(schema: z.ZodType<Told>, take: (told: Told) => Promise<void> | void) =>
  async (request: Request): Promise<Response> => {
    const site = request.headers.get('sec-fetch-site')
    if (site !== null && site !== 'same-origin') return problem('forbidden')
    if (Number(request.headers.get('content-length') ?? cap + 1) > cap) return problem('too-large')
    const refused = await tooMany('beacon', limitedAs(clientAddress(request)))
    if (refused) return refused
    const body = await readBody(request, false)
    if (!body.ok) return problem(body.code)
    const told = schema.safeParse(body.value)
    if (!told.success) return problem('invalid-request')
    await take(told.data)
    return new Response(null, { status: 204, headers: { 'Cache-Control': 'private, no-store' } })
  }
