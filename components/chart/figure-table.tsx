import type { ReactNode } from 'react'
import { WideTable } from '@/components/ui/wide-table'

export type Figures = {
  columns: readonly [string, ...string[]]
  rows: readonly { key: string; cells: readonly [ReactNode, ...ReactNode[]] }[]
  /** So many columns at the left are words, of which the first names its row; the others are numbers. */
  words?: number
  /** Names what scrolls sideways; without it the table is as wide as its place. */
  scroll?: string
}

export function FigureTable({ columns, rows, words = 1, scroll }: Figures) {
  const table = (
    <table className="tbl">
      <thead>
        <tr>
          {columns.map((column, at) => (
            <th key={column} scope="col" className={at < words ? undefined : 'r'}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>{cells.map((cell, at) => cellOf(cell, columns[at], at, words))}</tr>
        ))}
      </tbody>
    </table>
  )
  return scroll === undefined ? table : <WideTable label={scroll}>{table}</WideTable>
}

function cellOf(cell: ReactNode, column: string | undefined, at: number, words: number) {
  if (at === 0 && words > 0)
    return (
      <th key={column} scope="row">
        {cell}
      </th>
    )
  return (
    <td key={column} className={at < words ? undefined : 'r num'}>
      {cell}
    </td>
  )
}
