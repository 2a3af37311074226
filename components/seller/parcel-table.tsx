import { GoodsThumb } from '@/components/seller/goods-thumb'
import { ParcelBadge } from '@/components/seller/parcel-badge'
import { type MoveParcel, QuickStep } from '@/components/seller/parcel-steps'
import { formatDate, formatMoney, pick } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { sellerText } from '@/lib/i18n/messages/seller'
import type { ShopParcel } from '@/lib/order/schema'

type Table = { parcels: readonly ShopParcel[]; locale: Locale; back: string; move: MoveParcel }

/** A table from 900 px; below, every row is a card of the same cells. */
export function ParcelTable({ parcels, locale, back, move }: Table) {
  const t = sellerText[locale]
  return (
    <section className="panel mt-3.5 overflow-hidden px-4! py-1! min-[900px]:px-3!">
      <table className="tbl max-[899px]:block">
        <thead className="max-[899px]:sr-only">
          <tr>
            <th scope="col">{t.order}</th>
            <th scope="col">{t.content}</th>
            <th scope="col">{t.delivery}</th>
            <th scope="col">{t.status}</th>
            <th scope="col" className="r">
              {t.total}
            </th>
            <th scope="col" className="r">
              {t.action}
            </th>
          </tr>
        </thead>
        <tbody className="max-[899px]:block">
          {parcels.map((parcel) => (
            <ParcelRow key={parcel.id} parcel={parcel} locale={locale} back={back} move={move} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const cell = 'max-[899px]:block max-[899px]:border-0! max-[899px]:p-0!'

function ParcelRow({ parcel, locale, back, move }: Omit<Table, 'parcels'> & { parcel: ShopParcel }) {
  const t = sellerText[locale]
  const row =
    'max-[899px]:grid max-[899px]:grid-cols-[minmax(0,1fr)_auto] max-[899px]:items-center max-[899px]:gap-x-3 ' +
    'max-[899px]:gap-y-1.5 max-[899px]:border-b max-[899px]:border-line max-[899px]:py-3.5 last:border-0'
  return (
    <tr className={row} data-parcel={parcel.id}>
      <td className={`${cell} max-[899px]:col-start-1 max-[899px]:row-start-1`}>
        <a
          className="link num inline-flex min-h-6 items-center"
          href={`/${locale}/seller/parcels/${parcel.id}`}
          aria-label={fill(t.parcel, { number: parcel.orderNumber })}
        >
          {parcel.orderNumber}
        </a>
        <span className="small muted num block">{formatDate(parcel.placedAt, locale, { time: true })}</span>
      </td>
      <td className={`${cell} max-[899px]:col-span-2 max-[899px]:col-start-1 max-[899px]:row-start-2`}>
        <Contents parcel={parcel} locale={locale} />
      </td>
      <td className={`${cell} small max-[899px]:col-start-1 max-[899px]:row-start-3`}>
        {t[parcel.method]}
        {parcel.contact === null ? null : <span className="muted block">{parcel.contact.name}</span>}
      </td>
      <td className={`${cell} max-[899px]:col-start-2 max-[899px]:row-start-1 max-[899px]:justify-self-end`}>
        <ParcelBadge parcel={parcel} locale={locale} />
      </td>
      <td
        className={`r num font-semibold ${cell} max-[899px]:col-start-2 max-[899px]:row-start-3 max-[899px]:text-right!`}
      >
        {formatMoney(parcel.total, locale)}
      </td>
      <td className={`r ${cell} max-[899px]:col-span-2 max-[899px]:[&_.btn]:w-full max-[899px]:[&_.btn]:mt-1`}>
        <QuickStep parcel={parcel} locale={locale} back={back} move={move} />
      </td>
    </tr>
  )
}

function Contents({ parcel, locale }: { parcel: ShopParcel; locale: Locale }) {
  const [first] = parcel.items
  if (first === undefined) return null
  const quantity = parcel.items.reduce((count, item) => count + item.quantity, 0)
  return (
    <span className="row gap-3!">
      <GoodsThumb image={first.image} />
      <span className="min-w-0">
        <span className="line-clamp-2">{pick(first.title, locale)}</span>
        <span className="small muted num block">{fill(sellerText[locale].pieces, { count: quantity })}</span>
      </span>
    </span>
  )
}
