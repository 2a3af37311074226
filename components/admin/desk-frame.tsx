import type { ReactNode } from 'react'
import { LeanFrame } from '@/components/layout/site-frame'
import { Icon } from '@/components/ui/icon'
import type { Locale } from '@/lib/i18n'
import { moneyText } from '@/lib/i18n/messages/money'

/** A page of the operator's desk: the way back, a heading, what it is about. */
export function AdminFrame({ locale, title, children }: { locale: Locale; title: string; children: ReactNode }) {
  return (
    <LeanFrame locale={locale}>
      <div className="wrap py-4">
        <a className="link row w-fit min-h-11" href={`/${locale}/admin`}>
          <Icon name="left" small />
          {moneyText[locale].toMarket}
        </a>
        <h1 className="mb-2">{title}</h1>
        {children}
      </div>
    </LeanFrame>
  )
}
