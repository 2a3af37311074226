import type { Paper } from '../schema'

/** One sheet: title, facts, then the tables; money in soʻm as numbers, days as dates, text never as a formula. */
export type ExportXlsx = (paper: Paper) => Promise<Uint8Array>

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
