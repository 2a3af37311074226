/** Answers `offender` and `detail`, one row a violation: no row on healthy books. `$1`: names of readers of the log. */
export type Check = { name: string; sql: string }
