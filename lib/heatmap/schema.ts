/** The grid over a page's main part: columns are parts of its width, rows are as high everywhere. */
export const COLUMNS = 24
export const ROWS = 150
export const ROW_HEIGHT = 40

/** Presses of one look that are told at most. */
export const PRESSES = 60

export const heatPages = ['home', 'category', 'product', 'shop', 'help'] as const
export type HeatPage = (typeof heatPages)[number]
export const heatDevices = ['phone', 'desktop'] as const
export type HeatDevice = (typeof heatDevices)[number]
export const heatWindows = [7, 30, 60] as const
export type HeatWindow = (typeof heatWindows)[number]

/** Column, row, and 1 where what was pressed does nothing. */
export type Press = [x: number, y: number, idle: 0 | 1]

/** What one look tells: POST /api/heat. Its schema is behind the door, for this file is sent to browsers. */
export type Heat = { page: HeatPage; device: HeatDevice; presses: Press[] }

export type HeatCell = { x: number; y: number; times: number; idle: number }
export type HeatMap = { looks: number; presses: number; cells: HeatCell[] }
