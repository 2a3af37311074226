import { revalidateTag } from 'next/cache'

// Only for the development server that is running now; goes with its next start.
export async function POST(request: Request): Promise<Response> {
  const key = (globalThis as { bozorForgetKey?: string }).bozorForgetKey
  if (request.headers.get('authorization') !== `Bearer ${key}`) return new Response(null, { status: 404 })
  const tags: unknown = await request.json()
  for (const tag of Array.isArray(tags) ? tags : []) if (typeof tag === 'string') revalidateTag(tag, { expire: 0 })
  return new Response(null, { status: 204 })
}
