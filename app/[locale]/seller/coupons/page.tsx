import type { Metadata } from 'next'
import { CouponDesk } from '@/components/coupon/coupon-desk'
import { DeskShell } from '@/components/seller/desk-shell'
import { couponText } from '@/lib/i18n/messages/coupon'
import { pageLocale } from '@/lib/i18n/page-locale'
import { listCoupons } from '@/lib/promotion'
import { keptState } from '../../(buy)/kept-state'
import { type Query, textOf } from '../../admin/outcome'
import { submitAccept, submitCoupon, submitEnd } from '../../coupon-actions'
import { openDesk } from '../open-desk'

export async function generateMetadata(): Promise<Metadata> {
  return { title: couponText[await pageLocale()].title }
}

export default async function SellerCouponsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { locale, actor, shell } = await openDesk('coupons', '/coupons')
  const [coupons, kept] = await Promise.all([
    listCoupons(actor, textOf(await searchParams, 'before')),
    keptState('coupon'),
  ])
  return (
    <DeskShell {...shell}>
      <h1 className="mb-2">{couponText[locale].title}</h1>
      <CouponDesk
        desk="seller"
        locale={locale}
        coupons={coupons.items}
        older={coupons.nextCursor}
        kept={kept as never}
        create={submitCoupon}
        end={submitEnd}
        accept={submitAccept}
      />
    </DeskShell>
  )
}
