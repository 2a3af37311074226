import { revalidateTag } from 'next/cache'
import { forgetKey } from '@/lib/kernel/cache'

/** The instance tells itself which tags changed; to anyone else the address does not exist. */
export async function POST(request: Request): Promise<Response> {
  if (request.headers.get('authorization') !== `Bearer ${forgetKey()}`) return new Response(null, { status: 404 })
  const tags: unknown = await request.json()
  for (const tag of Array.isArray(tags) ? tags : []) if (typeof tag === 'string') revalidateTag(tag, { expire: 0 })
  return new Response(null, { status: 204 })
}
