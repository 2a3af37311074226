import { goodsCount } from '@/components/cart/goods-count'
import { type OptionLabels, optionsLine } from '@/components/cart/options-line'
import { type BuyerAsks, ParcelAsks } from '@/components/order/parcel-asks'
import { parcelSteps } from '@/components/order/parcel-steps'
import { PartsLine } from '@/components/product/parts-line'
import { Thumb } from '@/components/product/picture'
import { parcelTones } from '@/components/seller/parcel-badge'
import { Badge } from '@/components/ui/badge'
import { Timeline } from '@/components/ui/timeline'
import { formatMoney, pick } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { orderText } from '@/lib/i18n/messages/order'
import type { Order, Parcel, ParcelLine } from '@/lib/order/schema'

function Line({ line, labels, locale }: { line: ParcelLine; labels: OptionLabels; locale: Locale }) {
  const options = optionsLine(line.options, labels, locale)
  return (
    <li className="row items-start gap-3">
      {line.image === null ? null : (
        <span className="minis">
          <Thumb imageKey={line.image} width={52} height={65} />
        </span>
      )}
      <span className="grow">
        {pick(line.title, locale)}
        <span className="small muted block">{[options, `× ${line.quantity}`].filter(Boolean).join(' · ')}</span>
        <PartsLine parts={line.parts} labels={labels} locale={locale} />
      </span>
      <span className="num strong whitespace-nowrap">{formatMoney(line.total, locale)}</span>
    </li>
  )
}

type Props = { order: Order; parcel: Parcel; nr: number; labels: OptionLabels; locale: Locale; asks: BuyerAsks }

export function ParcelPanel({ order, parcel, nr, labels, locale, asks }: Props) {
  const t = orderText[locale]
  const count = parcel.items.reduce((sum, { quantity }) => sum + quantity, 0)
  const title = fill(t.parcel, { n: nr })
  return (
    <section className="panel" aria-label={title} data-parcel={parcel.id} data-status={parcel.status}>
      <header className="row between mb-[18px] flex-wrap">
        <div>
          <h2 className="text-[19px] leading-6">{title}</h2>
          <span className="small muted">
            {fill(t.parcelOf, { shop: parcel.shop.name, items: goodsCount(count, t, locale) })} · {t[parcel.method]}
          </span>
        </div>
        <Badge tone={parcelTones[parcel.status]}>{t[parcel.status]}</Badge>
      </header>
      <Timeline steps={parcelSteps(order, parcel, locale)} />
      <ul className="stack mt-5 border-t border-line pt-4">
        {parcel.items.map((line) => (
          <Line key={line.id} line={line} labels={labels} locale={locale} />
        ))}
      </ul>
      <ParcelAsks order={order} parcel={parcel} labels={labels} locale={locale} asks={asks} />
    </section>
  )
}
