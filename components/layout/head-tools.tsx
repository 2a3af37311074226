import { Languages } from '@/components/layout/languages'
import { ThemeToggle } from '@/components/layout/theme-toggle'
import { Icon } from '@/components/ui/icon'
import type { Locale } from '@/lib/i18n'
import { layoutText } from '@/lib/i18n/messages/layout'

/** At the end of a narrow head, of the shop as of the desks: the languages in short and the light. */
export function HeadTools({ locale }: { locale: Locale }) {
  const t = layoutText[locale]
  return (
    <>
      <nav className="row small langs-short" aria-label={t.language}>
        <Languages locale={locale} short />
      </nav>
      <ThemeToggle label={t.theme} className="iconbtn">
        <Icon name="moon" />
      </ThemeToggle>
    </>
  )
}
