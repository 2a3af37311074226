import { TableBehind } from '@/components/chart/table-behind'
import { formatNumber, formatPercent } from '@/lib/format'
import type { HeatMap } from '@/lib/heatmap/schema'
import type { Locale } from '@/lib/i18n'
import { heatText } from '@/lib/i18n/messages/heat'

const MOST = 100

/** The same cells for those who read; places are counted from one, as people do. */
export function HeatTable({ map, locale }: { map: HeatMap; locale: Locale }) {
  const t = heatText[locale]
  return (
    <TableBehind
      label={t.asTable}
      columns={[t.column, t.row, t.presses, t.part, t.idle]}
      words={0}
      rows={map.cells.slice(0, MOST).map(({ x, y, times, idle }) => ({
        key: `${x} ${y}`,
        cells: [
          x + 1,
          y + 1,
          formatNumber(times),
          formatPercent(Math.round((times * 10_000) / map.presses), locale),
          formatNumber(idle),
        ],
      }))}
    />
  )
}
