import { Logo } from '@/components/layout/site-header'
import { columnsHtml } from '@/components/layout/still-links'
import { StillNav } from '@/components/ui/still'
import type { Locale } from '@/lib/i18n'
import { consentText } from '@/lib/i18n/messages/consent'
import { layoutText } from '@/lib/i18n/messages/layout'

const columns = (locale: Locale) => {
  const t = layoutText[locale]
  const to = (path: string) => `/${locale}${path}`
  return [
    {
      title: t.forBuyers,
      links: [
        [t.delivery, to('/help/delivery')],
        [t.payment, to('/help/payment')],
        [t.returns, to('/help/returns')],
        [t.findOrder, to('/orders')],
      ],
    },
    {
      title: t.forSellers,
      links: [
        [t.howToSell, to('/help/sell')],
        [t.sellerDesk, to('/seller')],
      ],
    },
    {
      title: t.aboutBozor,
      links: [
        [t.help, to('/help')],
        [t.privacy, to('/help/privacy')],
        [consentText[locale].settings, to('/help/cookies')],
        [t.api, '/api/v1/docs'],
      ],
    },
  ] as const
}

export function SiteFooter({ locale }: { locale: Locale }) {
  const t = layoutText[locale]
  return (
    <footer className="foot">
      <div className="suzani" />
      <div className="wrap">
        <div>
          <Logo locale={locale} />
          <p className="muted small foot-about">
            {t.footAbout}{' '}
            <a className="strong num" href="tel:+998712001414">
              +998 71 200-14-14
            </a>
          </p>
        </div>
        <StillNav name="foot" label={t.help} html={columnsHtml(columns(locale))} />
      </div>
    </footer>
  )
}
