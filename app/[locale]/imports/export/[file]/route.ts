import { Readable } from 'node:stream'
import { actorFromRequest } from '@/lib/auth'
import { xlsxType } from '@/lib/functions'
import { defaultLocale, isLocale } from '@/lib/i18n'
import { exportGoodsCsv, exportGoodsXlsx } from '@/lib/import'

type Context = { params: Promise<{ locale: string; file: string }> }

const headers = (type: string, file: string) => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="bozor-${file}"`,
  'Cache-Control': 'private, no-store',
})
const plain = (status: 404 | 413) => new Response(null, { status, headers: { 'Cache-Control': 'private, no-store' } })

/** `goods.csv` or `goods.xlsx`: the reader's own shop, ready to be imported again. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: spoken, file } = await params
  const locale = isLocale(spoken) ? spoken : defaultLocale
  const actor = await actorFromRequest(request)
  if ((actor.kind !== 'user' && actor.kind !== 'shop') || !actor.shopId) return plain(404)
  if (file === 'goods.xlsx') {
    const bytes = await exportGoodsXlsx(actor, locale)
    return bytes ? new Response(bytes as BodyInit, { headers: headers(xlsxType, file) }) : plain(413)
  }
  if (file !== 'goods.csv') return plain(404)
  const text = Readable.from(exportGoodsCsv(actor, locale)).map((piece: string) => Buffer.from(piece))
  return new Response(Readable.toWeb(text) as ReadableStream, { headers: headers('text/csv; charset=utf-8', file) })
}
