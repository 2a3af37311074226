import { DayPlot } from '@/components/chart/day-plot'
import { TableBehind } from '@/components/chart/table-behind'
import { formatDate, formatMoney, formatNumber } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { sellerText } from '@/lib/i18n/messages/seller'
import type { SalesDay } from '@/lib/report/schema'

/** Thousands of soʻm up to a million, millions above: the axis stays short. */
const axis = (amount: number, locale: Locale) => {
  const whole = Math.round(amount / 100)
  if (whole < 1_000_000) return formatNumber(whole)
  const millions = Math.round(whole / 100_000) / 10
  return `${locale === 'en' ? millions : String(millions).replace('.', ',')} M`
}

/** A round number of soʻm above the best day, so that the two lines between stand at round sums. */
const ceiling = (days: readonly SalesDay[]) => {
  const best = Math.max(...days.map((day) => day.sales.amount), 10_000_000)
  const step = 10 ** Math.floor(Math.log10(best))
  return Math.ceil(best / (step / 2)) * (step / 2)
}

/** A picture for those who look and the same figures as a table for those who read. */
export function SalesChart({ days, locale }: { days: readonly SalesDay[]; locale: Locale }) {
  const t = sellerText[locale]
  const today = days.at(-1)
  if (today === undefined) return null
  const top = ceiling(days)
  return (
    <section className="panel min-[900px]:col-span-2">
      <h2 className="text-lg! leading-6! mb-2">{t.dailySales}</h2>
      <DayPlot
        days={days.map(({ date }) => date)}
        top={top}
        lines={[0, top / 2, top].map((value) => ({ value, text: axis(value, locale) }))}
        named={(day) => day % 3 === 1}
        left={64}
        label={fill(t.chartLabel, { today: formatMoney(today.sales, locale) })}
      >
        {({ x, y, left, floor }) => {
          const line = `M${days.map(({ sales }, day) => `${x(day).toFixed(1)} ${y(sales.amount).toFixed(1)}`).join('L')}`
          return (
            <>
              <path d={`${line}V${floor}H${left}Z`} className="fill-turq-glaze opacity-20" />
              <path d={line} fill="none" className="stroke-cobalt" strokeWidth="3" strokeLinejoin="round" />
              <circle
                cx={x(days.length - 1)}
                cy={y(today.sales.amount)}
                r="6"
                className="fill-saffron stroke-cobalt"
                strokeWidth="2.5"
              />
            </>
          )
        }}
      </DayPlot>
      <TableBehind
        label={t.asTable}
        columns={[t.day, t.orders, t.sales]}
        rows={days.toReversed().map(({ date, orders, sales }) => ({
          key: date,
          cells: [formatDate(date, locale), orders, formatMoney(sales, locale)],
        }))}
      />
    </section>
  )
}
