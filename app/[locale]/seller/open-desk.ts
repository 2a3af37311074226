import 'server-only'
import type { DeskPage } from '@/components/seller/desk-shell'
import { countOf } from '@/components/seller/parcel-tabs'
import { requireSeller } from '@/lib/auth'
import { pageLocale } from '@/lib/i18n/page-locale'
import { countOpenReturns, countParcels } from '@/lib/order'
import { getShop } from '@/lib/seller'

/** Who reads, in which language, and what the frame around every page of the desk needs. */
export async function openDesk(current: DeskPage, path: string) {
  const locale = await pageLocale()
  const actor = await requireSeller({ locale, next: `/${locale}/seller${path}` })
  const [shop, counts, returning] = await Promise.all([
    getShop(actor.shopSlug),
    countParcels(actor),
    countOpenReturns(actor),
  ])
  const shell = {
    locale,
    current,
    shopName: shop?.name ?? actor.shopSlug,
    shopSlug: actor.shopSlug,
    userName: actor.name,
    waiting: countOf(counts, 'pending', 'confirmed', 'packed'),
    returning,
  }
  return { locale, actor, counts, shell }
}
