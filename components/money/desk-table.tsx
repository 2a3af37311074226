import type { ReactNode } from 'react'

type Head = { label: string; right?: boolean }

const cell = 'max-[899px]:block max-[899px]:border-0! max-[899px]:p-0!'
const card =
  'max-[899px]:grid max-[899px]:grid-cols-[minmax(0,1fr)_auto] max-[899px]:items-center max-[899px]:gap-x-3 ' +
  'max-[899px]:gap-y-1 max-[899px]:border-b max-[899px]:border-line max-[899px]:py-3 last:border-0'

/** A table from 900 px; below, every row is a card of the same cells in two columns, `wide` ones across both. */
export function DeskTable({ head, children }: { head: readonly Head[]; children: ReactNode }) {
  return (
    <table className="tbl max-[899px]:block">
      <thead className="max-[899px]:sr-only">
        <tr>
          {head.map(({ label, right }) => (
            <th key={label} scope="col" className={right ? 'r' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-[899px]:block">{children}</tbody>
    </table>
  )
}

export const DeskRow = ({ children }: { children: ReactNode }) => <tr className={card}>{children}</tr>

export function DeskCell({
  right = false,
  wide = false,
  className = '',
  children,
}: {
  right?: boolean
  wide?: boolean
  className?: string
  children: ReactNode
}) {
  const place = wide ? 'max-[899px]:col-span-2' : right ? 'max-[899px]:justify-self-end' : ''
  return <td className={`${cell} ${right ? 'r' : ''} ${place} ${className}`.trim()}>{children}</td>
}
