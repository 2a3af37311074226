import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdminFrame } from '@/components/admin/desk-frame'
import { ReviewQueue } from '@/components/admin/review-queue'
import { Notice } from '@/components/seller/notice'
import { EmptyState } from '@/components/ui/empty-state'
import { listReviewQueue } from '@/lib/catalog'
import { productDeskText } from '@/lib/i18n/messages/product-desk'
import { pageLocale } from '@/lib/i18n/page-locale'
import { openAdmin } from '../open-admin'
import { submitVerdict } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: productDeskText[await pageLocale()].review }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ReviewPage({ searchParams }: Props) {
  const { locale, actor, shell } = await openAdmin('review', '/review')
  const { outcome } = await searchParams
  const queue = await listReviewQueue(locale, actor)
  if (queue === null) notFound()
  const t = productDeskText[locale]
  const said = { done: t.done, failed: t.failed, words: t.wordsNeeded }[String(outcome)]
  return (
    <AdminFrame {...shell} title={t.review} lead={t.reviewHelp}>
      {said === undefined ? null : <Notice text={said} problem={outcome !== 'done'} />}
      {queue.length === 0 ? (
        <EmptyState
          title={t.reviewNone}
          text={t.reviewNoneHelp}
          action={{ href: `/${locale}/admin/catalog`, label: t.catalogue }}
        />
      ) : (
        <ReviewQueue queue={queue} locale={locale} action={submitVerdict} />
      )}
    </AdminFrame>
  )
}
