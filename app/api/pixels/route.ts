import { askedShopsSchema, pixelsOf } from '@/lib/measure'
import type { PixelAnswer } from '@/lib/measure/schema'
import { clientAddress, limitedAs, problem, readOnly, tooMany } from '@/lib/rest'

/** Asked by a page after a yes alone: which of these shops count by themselves. The same for everybody. */
async function answer(request: Request): Promise<Response> {
  const refused = await tooMany('beacon', limitedAs(clientAddress(request)))
  if (refused) return refused
  const asked = askedShopsSchema.safeParse(new URL(request.url).searchParams.getAll('shop'))
  if (!asked.success) return problem('invalid-request')
  const found: PixelAnswer = { shops: Object.fromEntries(await pixelsOf(asked.data)) }
  return Response.json(found, { headers: { 'Cache-Control': 'public, max-age=60' } })
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly(answer)
