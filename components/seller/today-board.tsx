import { GoodsThumb } from '@/components/seller/goods-thumb'
import { countOf, type ParcelCounts } from '@/components/seller/parcel-tabs'
import { SalesChart } from '@/components/seller/sales-chart'
import { TodoList } from '@/components/seller/todo-list'
import { formatMoney, pick } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { sellerText } from '@/lib/i18n/messages/seller'
import type { BestSeller, ShopToday } from '@/lib/report/schema'

type Board = { locale: Locale; today: ShopToday; counts: ParcelCounts }
type WithReturns = Board & { returning: number }

/** Four figures, then what must be done now, then how it goes. */
export function TodayBoard({ locale, today, counts, returning }: WithReturns) {
  return (
    <>
      <Figures locale={locale} today={today} counts={counts} />
      <div className="desk-grid *:min-w-0">
        <TodoList locale={locale} counts={counts} low={today.low} returning={returning} />
        <BestSellers locale={locale} best={today.best} />
        <SalesChart days={today.days} locale={locale} />
      </div>
    </>
  )
}

function Figures({ locale, today: { days }, counts }: Board) {
  const t = sellerText[locale]
  const now = days.at(-1)
  const before = days.at(-2)
  if (now === undefined || before === undefined) return null
  const figures = [
    [t.salesToday, formatMoney(now.sales, locale), fill(t.yesterday, { value: formatMoney(before.sales, locale) })],
    [t.ordersToday, String(now.orders), fill(t.yesterday, { value: before.orders })],
    [t.inWork, String(countOf(counts, 'pending', 'confirmed', 'packed')), t.inWorkHelp],
    [t.onTheWay, String(countOf(counts, 'shipped')), t.onTheWayHelp],
  ] as const
  return (
    <ul className="kpis">
      {figures.map(([name, value, help]) => (
        <li key={name} className="kpi">
          <span className="small muted">{name}</span>
          <b className="num">{value}</b>
          <span className="small muted num">{help}</span>
        </li>
      ))}
    </ul>
  )
}

function BestSellers({ locale, best }: { locale: Locale; best: readonly BestSeller[] }) {
  const t = sellerText[locale]
  return (
    <section className="panel">
      <h2 className="text-lg! leading-6! mb-2">{t.bestOfWeek}</h2>
      {best.length === 0 ? <p className="muted">{t.noSales}</p> : null}
      <ul>
        {best.map(({ productId, title, image, quantity, sales }) => (
          <li key={productId} className="row gap-3! border-t border-line py-2 first:border-0">
            <GoodsThumb image={image} className="h-[50px] w-10 rounded-lg object-cover" />
            <span className="grow small">
              <span className="block truncate">{pick(title, locale)}</span>
              <span className="muted num">{fill(t.pieces, { count: quantity })}</span>
            </span>
            <b className="small num strong whitespace-nowrap">{formatMoney(sales, locale)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
