import { Readable } from 'node:stream'
import { actorFromRequest } from '@/lib/auth'
import { isLocale } from '@/lib/i18n'
import { failedRows } from '@/lib/import'

type Context = { params: Promise<{ locale: string; id: string; file: string }> }

const missing = () => new Response(null, { status: 404, headers: { 'Cache-Control': 'private, no-store' } })

/** The rows to put right, for the seller's session or the shop's key. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, id, file } = await params
  if (!isLocale(locale) || file !== 'failed.csv') return missing()
  const rows = await failedRows(id, await actorFromRequest(request), locale)
  if (rows === null) return missing()
  return new Response(Readable.toWeb(Readable.from(rows).map((text: string) => Buffer.from(text))) as ReadableStream, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="bozor-${id.slice(0, 20)}-failed.csv"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
