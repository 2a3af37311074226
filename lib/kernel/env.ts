import { isIP } from 'node:net'
import { z } from 'zod'

const list = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
const optional = z.string().min(1).optional()
const isNetwork = (entry: string) => {
  const [address = '', bits = '0', ...more] = entry.split('/')
  const most = isIP(address) === 6 ? 128 : isIP(address) === 4 ? 32 : -1
  return more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most
}
/** A list that cannot be read would admit nobody, or somebody else: better not to start. */
const networks = list.refine((entries) => entries.every(isNetwork), 'addresses or networks such as 185.234.113.0/28')

const schema = z.object({
  APP_ENV: z.enum(['demo', 'production']).default('demo'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  DATABASE_URL: z.string().default('postgres://postgres:postgres@127.0.0.1:54329/bozor'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(16),
  APP_URL: z.url().optional(),
  AUTH_SECRET: z.string().default('demo-secret-that-production-refuses'),
  DATA_KEYS: optional,
  REDIS_URL: optional,
  KAFKA_BROKERS: optional,
  SMTP_URL: optional,
  TRUSTED_PROXIES: list,
  RATE_LIMIT_SCALE: z.coerce.number().positive().default(1),
  METRICS_TOKEN: optional,
  INDEXING: z.enum(['on', 'off']).default('on'),
  WORKER: z.enum(['on', 'off']).default('on'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  PAYME_LOGIN: z.string().default('Paycom'),
  PAYME_KEY: optional,
  PAYME_KASSA: optional,
  PAYME_ACCOUNT_FIELD: z.string().default('order_id'),
  PAYME_ALLOW_IPS: networks,
  CLICK_ALLOW_IPS: networks,
})

export type Env = Omit<z.infer<typeof schema>, 'APP_URL'> & { APP_URL: string }

const weak = (secret: string) => secret.length < 32 || secret.startsWith('demo-')

/** Reads and checks everything at once, so that one start lists every mistake. */
export const readEnv = (source: Record<string, string | undefined>): Env => {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  const wrong = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  if (parsed.success && parsed.data.APP_ENV === 'production') {
    if (weak(parsed.data.AUTH_SECRET)) wrong.push('AUTH_SECRET: production needs 32 random characters or more')
    if (!parsed.data.APP_URL) wrong.push('APP_URL: production needs the canonical origin')
    if (!given['DATABASE_URL']) wrong.push('DATABASE_URL: production needs its own database')
  }
  if (!parsed.success || wrong.length > 0) throw new Error(`The environment is not usable:\n  ${wrong.join('\n  ')}`)
  const url = parsed.data.APP_URL ?? `http://localhost:${parsed.data.PORT}`
  return { ...parsed.data, APP_URL: url.replace(/\/$/, '') }
}

export const env: Env = readEnv(process.env)

// next-auth reads its origin from here and nowhere else.
process.env['NEXTAUTH_URL'] ??= env.APP_URL
