import { z } from 'zod'
import { COLUMNS, type Heat, heatDevices, heatPages, PRESSES, ROWS } from './schema'

const press = z.tuple([
  z
    .int()
    .min(0)
    .max(COLUMNS - 1),
  z
    .int()
    .min(0)
    .max(ROWS - 1),
  z.union([z.literal(0), z.literal(1)]),
])

/** Where one look at a page was pressed; neither the page's address nor who pressed. */
export const heatSchema: z.ZodType<Heat> = z.strictObject({
  page: z.enum(heatPages),
  device: z.enum(heatDevices),
  presses: z.array(press).max(PRESSES),
})
