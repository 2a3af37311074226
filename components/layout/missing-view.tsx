import { EmptyState } from '@/components/ui/empty-state'
import type { Locale } from '@/lib/i18n'
import { layoutText } from '@/lib/i18n/messages/layout'

/** Nothing is at this address: one sentence and the way home; the frame around it has the search. */
export function MissingView({ locale }: { locale: Locale }) {
  const t = layoutText[locale]
  return (
    <div className="wrap alone">
      <EmptyState
        heading="h1"
        title={t.notFoundTitle}
        text={t.notFoundText}
        action={{ href: `/${locale}`, label: t.toHome }}
      />
    </div>
  )
}
