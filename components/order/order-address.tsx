import { Icon } from '@/components/ui/icon'
import { placeName } from '@/lib/address/schema'
import { formatPhone } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { orderText } from '@/lib/i18n/messages/order'
import type { OrderContact } from '@/lib/order/schema'

export function OrderAddress({ contact, locale }: { contact: OrderContact; locale: Locale }) {
  const t = orderText[locale]
  const { address, name, phone } = contact
  return (
    <section className="panel" aria-label={t.address}>
      <h2 className="mb-3.5 text-[19px]">{t.address}</h2>
      <div className="fact">
        <Icon name="pin" />
        {address === null ? (
          <span>{t.pickupAddress}</span>
        ) : (
          <span>
            {placeName(address.region, address.district, locale)}, {address.street}
            {address.landmark === null ? null : (
              <span className="small muted block">{fill(t.landmark, { text: address.landmark })}</span>
            )}
          </span>
        )}
      </div>
      <div className="fact">
        <Icon name="user" />
        <span className="num">
          {name}
          <br />
          {formatPhone(phone)}
        </span>
      </div>
    </section>
  )
}
