const number = /^[-+]?\d+([.,]\d+)?$/

/**
 * A sheet takes a cell that begins with one of these for a formula and runs it: an apostrophe says that it is text.
 * Numbers stay numbers; what has the apostrophe already gets another, so that `unguard` gives back what there was.
 */
export const guard = (text: string): string => (/^'*[=+\-@\t\r\n]/.test(text) && !number.test(text) ? `'${text}` : text)

export const unguard = (text: string): string => (/^'+[=+\-@\t\r\n]/.test(text) ? text.slice(1) : text)

/** One line of CSV, guarded and quoted. */
export const csvLine = (cells: readonly string[]): string => `${cells.map((cell) => quote(guard(cell))).join(',')}\r\n`

const quote = (text: string) => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
