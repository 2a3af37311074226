import { Logo } from '@/components/layout/site-header'
import { EmptyState } from '@/components/ui/empty-state'
import type { Locale } from '@/lib/i18n'
import { layoutText } from '@/lib/i18n/messages/layout'

/** Nothing is at this address: one sentence and the way home; the frame around it has the search. `alone`: without a frame. */
export function MissingView({ locale, alone = false }: { locale: Locale; alone?: boolean }) {
  const t = layoutText[locale]
  return (
    <div className="wrap alone">
      {alone ? <Logo locale={locale} /> : null}
      <EmptyState
        heading="h1"
        title={t.notFoundTitle}
        text={t.notFoundText}
        action={{ href: `/${locale}`, label: t.toHome }}
      />
    </div>
  )
}
