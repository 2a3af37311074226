import { SpeedFigure } from '@/components/admin/speed-figure'
import { DeskCell, DeskRow, DeskTable } from '@/components/money/desk-table'
import { formatNumber } from '@/lib/format'
import { fill, type Locale, localeNames } from '@/lib/i18n'
import { speedText } from '@/lib/i18n/messages/speed'
import { type SpeedRow, vitalNames } from '@/lib/vitals/schema'

/** Each kind of page on each kind of device in each language. */
export function SpeedTable({ rows, locale }: { rows: readonly SpeedRow[]; locale: Locale }) {
  const t = speedText[locale]
  const head = [{ label: t.page }, { label: t.device }, { label: t.locale }]
  return (
    <DeskTable head={[...head, ...vitalNames.map((name) => ({ label: name, right: true }))]}>
      {rows.map(({ page, device, locale: read, values }) => (
        <DeskRow key={`${page} ${device} ${read}`}>
          <DeskCell>
            <b className="strong">{t[page]}</b>{' '}
            <span className="small muted num">
              {fill(t.seen, { count: formatNumber(Math.max(...vitalNames.map((name) => values[name]?.seen ?? 0))) })}
            </span>
          </DeskCell>
          <DeskCell>{t[device]}</DeskCell>
          <DeskCell>{localeNames[read]}</DeskCell>
          {vitalNames.map((name) => (
            <DeskCell key={name} right className="num">
              <span className="small muted min-[900px]:hidden">{name} </span>
              <SpeedFigure name={name} seen={values[name]} locale={locale} />
            </DeskCell>
          ))}
        </DeskRow>
      ))}
    </DeskTable>
  )
}
