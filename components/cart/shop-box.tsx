import { type CartActions, CartLine } from '@/components/cart/cart-line'
import { type OptionLabels, optionsLine } from '@/components/cart/options-line'
import { Icon } from '@/components/ui/icon'
import type { CartShop } from '@/lib/cart/schema'
import { formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { cartText } from '@/lib/i18n/messages/cart'
import { minus } from '@/lib/kernel/money'

function FreeDelivery({ part, locale }: { part: CartShop; locale: Locale }) {
  const t = cartText[locale]
  const free = part.courierFee.amount === 0
  const fee = fill(t.courierFee, { fee: formatMoney(part.courierFee, locale) })
  if (part.freeFrom === null) return <p className="small num muted mb-3.5">{free ? t.courierFree : fee}</p>
  const percent = free ? 100 : Math.floor((part.itemsTotal.amount * 100) / Math.max(1, part.freeFrom.amount))
  return (
    <div className="mb-3.5">
      <p className="small num row mb-1.5">
        <Icon name="truck" small />
        {free ? (
          <b className="strong text-ok">{t.courierFree}</b>
        ) : (
          <span>{fill(t.untilFree, { sum: formatMoney(minus(part.freeFrom, part.itemsTotal), locale) })}</span>
        )}
      </p>
      <div
        className="prog"
        role="progressbar"
        aria-label={fill(t.progress, { shop: part.shop.name, percent })}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
    </div>
  )
}

type Box = { part: CartShop; labels: OptionLabels; locale: Locale; actions: CartActions }

export function ShopBox({ part, labels, locale, actions }: Box) {
  return (
    <section className="panel shopbox" aria-label={part.shop.name}>
      <header className="row mb-3 gap-3">
        <span className="ava bg-turq-soft text-turq">
          <Icon name="shop" />
        </span>
        <h2 className="grow text-[17px] leading-[22px]">
          <a href={`/${locale}/shop/${part.shop.slug}`}>{part.shop.name}</a>
        </h2>
      </header>
      <FreeDelivery part={part} locale={locale} />
      {part.items.map((item) => (
        <CartLine
          key={item.id}
          item={item}
          options={optionsLine(item.options, labels, locale)}
          labels={labels}
          locale={locale}
          actions={actions}
        />
      ))}
    </section>
  )
}
