import { chosenMethod, deliveryField, type ShopChoice } from '@/components/checkout/checkout-state'
import { Pick } from '@/components/checkout/pick'
import { Thumb } from '@/components/product/picture'
import { formatMoney } from '@/lib/format'
import type { Locale } from '@/lib/i18n'

type Props = {
  shops: readonly ShopChoice[]
  values: Record<string, string>
  free: string
  locale: Locale
  onPick: (field: string, method: string) => void
}

export function DeliveryBlock({ shops, values, free, locale, onPick }: Props) {
  return shops.map((shop) => {
    const field = deliveryField(shop.slug)
    return (
      <fieldset key={shop.slug} className="stack min-w-0">
        <legend className="row between mb-2.5 w-full">
          <span className="strong">{shop.name}</span>
          <span className="minis">
            {shop.images.map((image) => (
              <Thumb key={image} imageKey={image} width={36} height={45} />
            ))}
          </span>
        </legend>
        <div className="picks two">
          {shop.methods.map(({ method, label, note, fee }) => (
            <Pick
              key={method}
              name={field}
              value={method}
              checked={chosenMethod(shop, values)?.method === method}
              label={label}
              note={note}
              side={
                fee === 0 ? (
                  <span className="text-ok">{free}</span>
                ) : (
                  formatMoney({ amount: fee, currency: 'UZS' }, locale)
                )
              }
              onPick={() => onPick(field, method)}
            />
          ))}
        </div>
      </fieldset>
    )
  })
}
