import { env } from './env'

/**
 * A place where a crash would hurt most. `CRASH_AT=<name>` makes the process end there at once, the first time it comes
 * by, as a power cut would end it: no handler runs, nothing is flushed. For `npm run crash`; production has no such thing.
 */
export const crashPoint: (name: string) => void =
  env.CRASH_AT && env.APP_ENV === 'demo'
    ? (name) => void (name === env.CRASH_AT && process.kill(process.pid, 'SIGKILL'))
    : () => undefined
