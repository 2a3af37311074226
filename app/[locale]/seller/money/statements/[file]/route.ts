import { actorFromRequest } from '@/lib/auth'
import { exportXlsx, pdfType, renderPdf, xlsxType } from '@/lib/functions'
import { isLocale } from '@/lib/i18n'
import { getStatement, statementPaper } from '@/lib/payout'

// Fifteen pages; the sheet has every line.
const PDF_LINES = 500

type Context = { params: Promise<{ locale: string; file: string }> }

const missing = () => new Response(null, { status: 404, headers: { 'cache-control': 'private, no-store' } })

/** `2026-11.pdf` or `2026-11.xlsx`: a month of the reader's own shop. Nobody else has one. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, file } = await params
  const [, month = '', format = ''] = /^(\d{4}-\d{2})\.(pdf|xlsx)$/.exec(file) ?? []
  if (!isLocale(locale) || format === '') return missing()
  const statement = await getStatement(month, await actorFromRequest(request))
  if (statement === null) return missing()
  const body =
    format === 'pdf'
      ? await renderPdf(statementPaper(statement, locale, PDF_LINES))
      : await exportXlsx(statementPaper(statement, locale))
  return new Response(body as BodyInit, {
    headers: {
      'content-type': format === 'pdf' ? pdfType : xlsxType,
      'content-disposition': `attachment; filename="bozor-${month}.${format}"`,
      'cache-control': 'private, no-store',
    },
  })
}
