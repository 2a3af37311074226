import { COLUMNS, ROW_HEIGHT, ROWS } from '@/lib/heatmap/schema'

type Box = { left: number; top: number; width: number }

/** The cell of a press over the main part of a page; null: beside it, or farther down than anybody looks. */
export function cellOf(x: number, y: number, main: Box): readonly [x: number, y: number] | null {
  const column = Math.floor(((x - main.left) * COLUMNS) / main.width)
  const row = Math.floor((y - main.top) / ROW_HEIGHT)
  return column < 0 || column >= COLUMNS || row < 0 || row >= ROWS ? null : [column, row]
}
