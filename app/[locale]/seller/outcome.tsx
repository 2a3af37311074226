import { saidOf } from '@/components/order/said'
import { Notice } from '@/components/seller/notice'
import { fill, type Locale } from '@/lib/i18n'
import { sellerText } from '@/lib/i18n/messages/seller'

type Query = { [key: string]: string | string[] | undefined }

/** What the last form did, said once above the page that shows the new state. */
export function OutcomeNotice({ query, locale }: { query: Query; locale: Locale }) {
  const t = sellerText[locale]
  const texts = new Map([
    ['saved', t.saved],
    ['failed', t.failed],
    ['bad-stock', t.badStock],
    ['missing', fill(t.missing, { field: `${t.carrier}, ${t.tracking}` })],
  ])
  const text = texts.get(String(query['outcome'] ?? ''))
  if (text !== undefined) return <Notice text={text} problem={query['outcome'] !== 'saved'} />
  const said = saidOf(query['outcome'], locale)
  return said === null ? null : <Notice {...said} />
}
