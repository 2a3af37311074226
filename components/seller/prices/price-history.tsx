import { TableBehind } from '@/components/chart/table-behind'
import { formatDate, formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { priceText } from '@/lib/i18n/messages/price'
import { money } from '@/lib/kernel/money'
import type { PriceChange } from '@/lib/price/schema'

const DAYS = 90
const WIDTH = 640
const HEIGHT = 120

type History = { changes: readonly PriceChange[]; now: number; today: Date; locale: Locale }

/** A price stands until the next one: steps, not slopes. */
function steps({ changes, now, today }: Omit<History, 'locale'>): string {
  const begin = today.getTime() - DAYS * 86_400_000
  const prices = [...changes.flatMap(({ was, price }) => [was, price]), now]
  const [low, high] = [Math.min(...prices), Math.max(...prices)]
  const x = (at: number) => (8 + ((WIDTH - 16) * (at - begin)) / (today.getTime() - begin)).toFixed(1)
  const y = (price: number) => (HEIGHT - 12 - ((HEIGHT - 24) * (price - low)) / Math.max(1, high - low)).toFixed(1)
  const path = changes.map(({ since, price }) => `H${x(Date.parse(since))}V${y(price)}`).join('')
  return `M8 ${y(changes[0]?.was ?? now)}${path}H${WIDTH - 8}`
}

/** The picture for those who look, the same figures as a table for those who read. */
export function PriceHistory({ changes, now, today, locale }: History) {
  const t = priceText[locale]
  const worth = (amount: number) => formatMoney(money(amount, 'UZS'), locale)
  if (changes.length === 0) return <p className="small muted">{t.neverChanged}</p>
  const all = [...changes.flatMap(({ was, price }) => [was, price]), now]
  const label = fill(t.historyLabel, { from: worth(Math.min(...all)), to: worth(Math.max(...all)), now: worth(now) })
  return (
    <>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-auto w-full" role="img" aria-label={label}>
        <path d={steps({ changes, now, today })} fill="none" className="stroke-cobalt" strokeWidth="3" />
      </svg>
      <TableBehind
        label={t.asTable}
        columns={[t.since, t.before, t.after]}
        rows={changes.toReversed().map(({ since, was, price }) => ({
          key: `${since} ${was} ${price}`,
          cells: [formatDate(since, locale, { time: true }), worth(was), worth(price)],
        }))}
      />
    </>
  )
}
