import { refusalText } from '@/components/seller/goods/refusal-text'
import { Notice } from '@/components/seller/notice'
import type { Locale } from '@/lib/i18n'
import { goodsText } from '@/lib/i18n/messages/goods-desk'
import { OutcomeNotice } from '../outcome'

type Query = { [key: string]: string | string[] | undefined }

/** What the last form of the list did; an action on many says it itself. */
export function ListOutcome({ query, locale }: { query: Query; locale: Locale }) {
  const t = goodsText[locale]
  const outcome = String(query['outcome'] ?? '')
  const texts = new Map([
    ['none-chosen', t.noneChosen],
    ['bad-percent', t.badPercent],
    ['bad-stock', t.badStock],
    ['bad-category', t.badCategory],
    ['bad-name', t.badName],
    ['too-many', t.tooMany],
    ['too-many-rows', t.tooManyRows],
    ['too-late', t.tooLate],
    ['not-last', t.notLast],
    ['not-found', t.notFound],
  ])
  if (outcome === 'filter-kept') return <Notice text={t.filterKept} problem={false} />
  if (outcome === 'refused') {
    const amount = String(query['lowest'] ?? '')
    const lowest = /^\d{1,15}$/.test(amount) ? { lowest: { amount, currency: 'UZS' as const } } : {}
    return <Notice text={refusalText({ code: String(query['code'] ?? ''), ...lowest }, locale)} problem />
  }
  const text = texts.get(outcome)
  return text === undefined ? <OutcomeNotice query={query} locale={locale} /> : <Notice text={text} problem />
}
