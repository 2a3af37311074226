import type { Metadata } from 'next'
import { AdminFrame } from '@/components/admin/desk-frame'
import { CouponDesk } from '@/components/coupon/coupon-desk'
import { couponText } from '@/lib/i18n/messages/coupon'
import { pageLocale } from '@/lib/i18n/page-locale'
import { listCoupons } from '@/lib/promotion'
import { keptState } from '../../(buy)/kept-state'
import { submitAccept, submitCoupon, submitEnd } from '../../coupon-actions'
import { openAdmin } from '../open-admin'
import { type Query, textOf } from '../outcome'

export async function generateMetadata(): Promise<Metadata> {
  return { title: couponText[await pageLocale()].title }
}

export default async function AdminCouponsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { locale, actor, shell } = await openAdmin('coupons', '/coupons')
  const [coupons, kept] = await Promise.all([
    listCoupons(actor, textOf(await searchParams, 'before')),
    keptState('coupon'),
  ])
  return (
    <AdminFrame {...shell} title={couponText[locale].title}>
      <CouponDesk
        desk="admin"
        locale={locale}
        coupons={coupons.items}
        older={coupons.nextCursor}
        kept={kept as never}
        create={submitCoupon}
        end={submitEnd}
        accept={submitAccept}
      />
    </AdminFrame>
  )
}
