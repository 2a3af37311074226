import type { SheetData } from 'write-excel-file/node'
import type { Cell, Paper, Table } from '../schema'
import type { ExportXlsx } from './definition'

type Written = NonNullable<SheetData[number][number]>

const bold = { fontWeight: 'bold' } as const
const text = (value: string, style: object = {}): Written => ({ value, type: String, ...style })

/** Money as soʻm: exact in a double, as tiyin stay below 2^53 and hundredths are written with two digits. */
function write(cell: Cell, style: object = {}): Written {
  if (typeof cell === 'string') return text(cell, style)
  if ('money' in cell) return { value: cell.money.amount / 100, type: Number, format: '#,##0.00', ...style }
  if ('count' in cell) return { value: cell.count, type: Number, ...style }
  // Sheets know no time zone: the day in Tashkent is written as if it were UTC's.
  const day = new Date(new Date(cell.date).getTime() + 5 * 3_600_000).toISOString().slice(0, 10)
  return { value: new Date(`${day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', ...style }
}

const tableRows = ({ title, columns, rows, total }: Table): SheetData => [
  [],
  [text(title, bold)],
  columns.map(({ label }) => text(label, { ...bold, backgroundColor: '#eef1f8' })),
  ...rows.map((cells) => cells.map((cell) => write(cell))),
  ...(total ? [total.map((cell) => write(cell, bold))] : []),
]

export function toSheet({ title, subtitle, facts, tables, notes }: Paper): SheetData {
  return [
    [text(title, { ...bold, fontSize: 14 })],
    [text(subtitle)],
    ...facts.map(({ label, value }) => [text(label), write(value, bold)]),
    ...tables.flatMap(tableRows),
    [],
    ...notes.map((note) => [text(note)]),
  ]
}

export const exportXlsx: ExportXlsx = async (paper) => {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const data = toSheet(paper)
  const widest = Math.max(2, ...paper.tables.map(({ columns }) => columns.length))
  const columns = Array.from({ length: widest }, (_, index) => ({ width: index === 0 ? 28 : 20 }))
  return new Uint8Array(await writeExcelFile(data, { columns, sheet: 'Bozor' }).toBuffer())
}
