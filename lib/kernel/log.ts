import { pino } from 'pino'
import { env } from './env'

const secret = ['password', 'token', 'accessToken', 'authorization', 'cookie', 'phone', 'address', 'secret', 'key']

/** JSON lines in UTC; personal data and secrets never reach them, at any of the three depths we log. */
export const log = pino({
  level: env.LOG_LEVEL,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
})
