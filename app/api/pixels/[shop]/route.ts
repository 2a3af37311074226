import { askedShopsSchema, pixelFrame, pixelsOf } from '@/lib/measure'
import { problem } from '@/lib/rest'

type Context = { params: Promise<{ shop: string }> }

/** The document that a shop's counters run in, for the frame that a page opens after a yes. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { shop } = await params
  const pixels = askedShopsSchema.safeParse([shop]).success ? (await pixelsOf([shop])).get(shop) : undefined
  if (pixels === undefined) return problem('not-found')
  const { html, policy } = pixelFrame(pixels)
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex',
    'Cache-Control': 'public, max-age=60',
  }
  return new Response(html, { headers })
}
