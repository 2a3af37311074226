import { type Figures, FigureTable } from '@/components/chart/figure-table'

/** The figures of a picture for those who read. */
export function TableBehind({ label, open, ...figures }: Figures & { label: string; open?: boolean }) {
  return (
    <details className="mt-2" open={open}>
      <summary className="link inline-flex min-h-11 cursor-pointer items-center">{label}</summary>
      <FigureTable {...figures} />
    </details>
  )
}
