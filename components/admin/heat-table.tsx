import { formatNumber, formatPercent } from '@/lib/format'
import type { HeatMap } from '@/lib/heatmap/schema'
import type { Locale } from '@/lib/i18n'
import { heatText } from '@/lib/i18n/messages/heat'

const MOST = 100

/** The same cells for those who read; places are counted from one, as people do. */
export function HeatTable({ map, locale }: { map: HeatMap; locale: Locale }) {
  const t = heatText[locale]
  return (
    <table className="tbl">
      <thead>
        <tr>
          {[t.column, t.row, t.presses, t.part, t.idle].map((label) => (
            <th key={label} scope="col" className="r">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {map.cells.slice(0, MOST).map(({ x, y, times, idle }) => (
          <tr key={`${x} ${y}`}>
            <td className="r num">{x + 1}</td>
            <td className="r num">{y + 1}</td>
            <td className="r num">{formatNumber(times)}</td>
            <td className="r num">{formatPercent(Math.round((times * 10_000) / map.presses), locale)}</td>
            <td className="r num">{formatNumber(idle)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
