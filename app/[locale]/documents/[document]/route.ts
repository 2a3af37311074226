import { documentPaper, getDocument } from '@/lib/document'
import { pdfType, renderPdf } from '@/lib/functions'
import { isLocale } from '@/lib/i18n'
import { orderAccess } from '../../(buy)/orders/access'

type Context = { params: Promise<{ locale: string; document: string }> }

/** A receipt or an act as PDF: for its shop, its buyer (as on the order's page) and the operator; else it is missing. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, document: id } = await params
  const token = new URL(request.url).searchParams.get('t') ?? undefined
  const accessOf = (number: string) => orderAccess(number, token)
  const document = isLocale(locale) && /^doc_[0-9a-z]{1,40}$/.test(id) ? await getDocument(id, accessOf) : null
  if (document === null || !isLocale(locale))
    return new Response(null, { status: 404, headers: { 'cache-control': 'private, no-store' } })
  return new Response((await renderPdf(documentPaper(document, locale))) as BodyInit, {
    headers: {
      'content-type': pdfType,
      'content-disposition': `inline; filename="${document.name}.pdf"`,
      'cache-control': 'private, no-store',
    },
  })
}
