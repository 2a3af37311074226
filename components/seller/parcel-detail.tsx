import type { ReactNode } from 'react'
import { type OptionLabels, optionsLine } from '@/components/cart/options-line'
import { BoxParts } from '@/components/seller/box-parts'
import type { GiveBack } from '@/components/seller/cash-back'
import { GoodsThumb } from '@/components/seller/goods-thumb'
import { commissionBackOf, type MoneyOfOrder, ParcelMoney } from '@/components/seller/parcel-money'
import { CancelStep, type MoveParcel, NextStep } from '@/components/seller/parcel-steps'
import { Timeline, type TimelineStep } from '@/components/ui/timeline'
import { formatMoney, formatPhone, pick } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { entryText, moneyText } from '@/lib/i18n/messages/money'
import { refundText } from '@/lib/i18n/messages/refund'
import { sellerText } from '@/lib/i18n/messages/seller'
import { minus, sum } from '@/lib/kernel/money'
import type { ParcelLine, ShopParcel } from '@/lib/order/schema'

type Detail = {
  parcel: ShopParcel
  /** What went back of it, and what is argued about. */
  order: MoneyOfOrder
  /** What has happened to it and is to come. */
  steps: readonly TimelineStep[]
  escrowDays: number
  /** Region and district by name, in the reader's words. */
  place: string | null
  labels: OptionLabels
  locale: Locale
  back: string
  move: MoveParcel
  give: GiveBack
}

const title = 'text-lg! leading-6! mb-3'

/** What to pack on the left, what to do and for whom on the right; on a phone what to do, what to pack, and the rest. */
export function ParcelDetail({ parcel, order, steps, escrowDays, place, labels, locale, back, move, give }: Detail) {
  const t = sellerText[locale]
  return (
    <div className="two-col">
      <section className="panel max-[899px]:order-2">
        <h2 className={title}>{t.goods}</h2>
        <ul>
          {parcel.items.map((item) => (
            <Line key={item.id} item={item} labels={labels} locale={locale} />
          ))}
        </ul>
        <Sums parcel={parcel} order={order} locale={locale} />
      </section>
      <div className="stack gap-4! max-[899px]:contents">
        <section className="panel">
          <h2 className={title}>{t.nextStep}</h2>
          <NextStep parcel={parcel} locale={locale} back={back} move={move} escrowDays={escrowDays} />
        </section>
        <div className="stack gap-4! max-[899px]:order-3">
          <ParcelMoney parcel={parcel} order={order} locale={locale} back={back} give={give} />
          {steps.length === 0 ? null : (
            <section className="panel">
              <h2 className={title}>{t.history}</h2>
              <Timeline steps={steps} />
            </section>
          )}
          <Buyer parcel={parcel} place={place} locale={locale} />
          <CancelStep parcel={parcel} locale={locale} back={back} move={move} />
        </div>
      </div>
    </div>
  )
}

function Line({ item, labels, locale }: { item: ParcelLine; labels: OptionLabels; locale: Locale }) {
  const t = sellerText[locale]
  const options = optionsLine(item.options, labels, locale)
  return (
    <li className="row flex-wrap items-start! border-t border-line py-3 gap-3! first:border-0 first:pt-0">
      <GoodsThumb image={item.image} className="h-20 w-16 rounded-[10px] object-cover" />
      <div className="grow">
        <b className="block font-semibold">{pick(item.title, locale)}</b>
        <span className="small muted num">{options === '' ? item.sku : `${item.sku} · ${options}`}</span>
        <span className="small num block">
          {fill(t.pieces, { count: item.quantity })} × {formatMoney(item.price, locale)}
        </span>
      </div>
      <b className="num font-semibold whitespace-nowrap">{formatMoney(item.total, locale)}</b>
      <BoxParts heading={t.intoBox} item={item} labels={labels} locale={locale} />
    </li>
  )
}

function Sums({ parcel, order, locale }: Pick<Detail, 'parcel' | 'order' | 'locale'>) {
  const t = sellerText[locale]
  const words = refundText[locale]
  const back = commissionBackOf(order, parcel)
  const gone = parcel.refunded.amount > 0
  const { currency } = parcel.total
  const worth = minus(
    sum([parcel.total, parcel.subsidy], currency),
    sum([parcel.refunded, parcel.subsidyBack], currency),
  )
  const rows = [
    [t.goodsTotal, formatMoney(parcel.itemsTotal, locale)],
    ...(parcel.discount.amount > 0 ? [[moneyText[locale].discount, `−${formatMoney(parcel.discount, locale)}`]] : []),
    [t.deliveryFee, formatMoney(parcel.delivery, locale)],
    [t.total, formatMoney(parcel.total, locale)],
    ...(parcel.subsidy.amount > 0 ? [[entryText[locale].subsidy, formatMoney(parcel.subsidy, locale)]] : []),
    [t.commission, `−${formatMoney(parcel.commission, locale)}`],
    ...(gone
      ? [
          [words.alreadyBack, `−${formatMoney(parcel.refunded, locale)}`],
          [words.commissionReturned, formatMoney(back, locale)],
        ]
      : []),
  ]
  return (
    <dl className="sum mt-4 border-t border-line pt-4">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt className="muted">{name}</dt>
          <dd className="num whitespace-nowrap">{value}</dd>
        </div>
      ))}
      <div className="total">
        <dt>{gone ? words.leftWithYou : t.youGet}</dt>
        <dd className="num whitespace-nowrap">{formatMoney(minus(worth, minus(parcel.commission, back)), locale)}</dd>
      </div>
    </dl>
  )
}

function Buyer({ parcel, place, locale }: Pick<Detail, 'parcel' | 'place' | 'locale'>) {
  const t = sellerText[locale]
  const { contact } = parcel
  const street = contact?.address ?? null
  return (
    <section className="panel">
      <h2 className={title}>{t.buyer}</h2>
      <dl className="specs">
        {contact === null ? null : (
          <>
            <Fact name={t.buyer}>{contact.name}</Fact>
            <Fact name={t.phone}>
              <a className="link num whitespace-nowrap" href={`tel:${contact.phone}`}>
                {formatPhone(contact.phone)}
              </a>
            </Fact>
          </>
        )}
        <Fact name={t.delivery}>{t[parcel.method]}</Fact>
        {street === null || parcel.method === 'pickup' ? null : (
          <Fact name={t.address}>{[place, street.street].filter(Boolean).join(', ')}</Fact>
        )}
        {street?.landmark == null ? null : <Fact name={t.landmark}>{street.landmark}</Fact>}
        {parcel.carrier === null ? null : <Fact name={t.carrier}>{parcel.carrier}</Fact>}
        {parcel.tracking === null ? null : <Fact name={t.tracking}>{parcel.tracking}</Fact>}
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
