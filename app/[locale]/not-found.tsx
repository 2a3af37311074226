import { Logo } from '@/components/layout/site-header'
import { EmptyState } from '@/components/ui/empty-state'
import { layoutText } from '@/lib/i18n/messages/layout'
import { pageLocale } from '@/lib/i18n/page-locale'

export default async function NotFound() {
  const locale = await pageLocale()
  const t = layoutText[locale]
  return (
    <div className="wrap alone">
      <Logo locale={locale} />
      <EmptyState
        heading="h1"
        title={t.notFoundTitle}
        text={t.notFoundText}
        action={{ href: `/${locale}`, label: t.toHome }}
      />
    </div>
  )
}
