import { Badge, type BadgeTone } from '@/components/ui/badge'
import type { Locale } from '@/lib/i18n'
import { sellerText } from '@/lib/i18n/messages/seller'
import type { Parcel, ParcelStatus } from '@/lib/order/schema'

export const parcelTones: Record<ParcelStatus, BadgeTone> = {
  pending: 'warn',
  confirmed: 'cob',
  packed: 'cob',
  shipped: 'turq',
  delivered: 'ok',
  cancelled: 'bad',
  returned: 'bad',
}

export function ParcelBadge({ parcel, locale }: { parcel: Pick<Parcel, 'status' | 'released'>; locale: Locale }) {
  const t = sellerText[locale]
  if (parcel.status === 'pending' && !parcel.released) return <Badge>{t.unpaid}</Badge>
  return <Badge tone={parcelTones[parcel.status]}>{t[parcel.status]}</Badge>
}
