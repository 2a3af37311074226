import type { Metadata } from 'next'
import { DeskShell } from '@/components/seller/desk-shell'
import { LiveDesk } from '@/components/seller/live-desk'
import { TodayBoard } from '@/components/seller/today-board'
import { formatDate } from '@/lib/format'
import { fill } from '@/lib/i18n'
import { pixelText } from '@/lib/i18n/messages/pixel'
import { sellerText } from '@/lib/i18n/messages/seller'
import { pageLocale } from '@/lib/i18n/page-locale'
import { now } from '@/lib/kernel/clock'
import { getShopToday } from '@/lib/report'
import { openDesk } from './open-desk'

export async function generateMetadata(): Promise<Metadata> {
  return { title: sellerText[await pageLocale()].today }
}

export default async function TodayPage() {
  const desk = await openDesk('today', '')
  const { locale, actor, counts, shell } = desk
  const t = sellerText[locale]
  const today = await getShopToday(actor)
  return (
    <DeskShell {...shell}>
      <p className="small muted">
        {formatDate(now(), locale)} · {shell.shopName}
      </p>
      <h1>{fill(t.hello, { name: actor.name.split(' ')[0] ?? actor.name })}</h1>
      <TodayBoard locale={locale} today={today} counts={counts} returning={shell.returning} />
      <div className="row between mt-4">
        <LiveDesk label={t.live} updated={t.newParcel} />
        <a className="link only-phone inline-flex min-h-11 items-center" href={`/${locale}/seller/settings`}>
          {pixelText[locale].settings}
        </a>
      </div>
    </DeskShell>
  )
}
