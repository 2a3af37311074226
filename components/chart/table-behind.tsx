import type { ReactNode } from 'react'

type Row = { key: string; cells: readonly [ReactNode, ...ReactNode[]] }

/** The figures of a picture for those who read: the first column names the row, the others are numbers. */
export function TableBehind({
  label,
  columns,
  rows,
}: {
  label: string
  columns: readonly [string, ...string[]]
  rows: readonly Row[]
}) {
  const [named, ...counted] = columns
  return (
    <details className="mt-2">
      <summary className="link inline-flex min-h-11 cursor-pointer items-center">{label}</summary>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{named}</th>
            {counted.map((column) => (
              <th key={column} scope="col" className="r">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...figures] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {figures.map((figure, at) => (
                <td key={counted[at]} className="r num">
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
