import { setTheme } from './set-theme.mjs'
import { wakePage } from './wake-page.mjs'

/** What every page runs before it is painted. The listener reads it too: a strict policy names the script by its hash. */
export const beforePaint = `${setTheme};${wakePage}`
