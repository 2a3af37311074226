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
  MAIL_FROM: z.email().optional(),
  BOZOR_HOME: z.string().min(1).default('.data'),
  FILES_DIR: optional,
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of a bucket')
    .optional(),
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  TRUSTED_PROXIES: list,
  RATE_LIMIT_SCALE: z.coerce.number().positive().default(1),
  METRICS_TOKEN: optional,
  INDEXING: z.enum(['on', 'off']).default('on'),
  INDEXNOW_KEY: z
    .string()
    .regex(/^[a-zA-Z0-9-]{8,128}$/, '8 to 128 letters, digits and dashes')
    .optional(),
  INDEXNOW_ENDPOINT: z.url().default('https://api.indexnow.org/indexnow'),
  /** See `crashPoint`. */
  CRASH_AT: optional,
  WORKER: z.enum(['on', 'off']).default('on'),
  PAGE_CACHE: z.enum(['on', 'off']).default('on'),
  PAGE_CACHE_MB: z.coerce.number().positive().default(64),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ESCROW_DAYS: z.coerce.number().min(0).max(90).default(3),
  RETURN_DAYS: z.coerce.number().min(0).max(365).default(10),
  VAT_PERCENT: z.coerce.number().int().min(0).max(100).default(12),
  OPERATOR_NAME: z.string().min(1).default('Bozor'),
  OPERATOR_TIN: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  OPERATOR_VAT_CODE: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  GA4_MEASUREMENT_ID: z
    .string()
    .regex(/^G-[A-Z0-9]{4,20}$/)
    .optional(),
  GA4_API_SECRET: optional,
  GA4_SCRIPT_URL: z.url().default('https://www.googletagmanager.com/gtag/js'),
  GA4_API_BASE: z.url().default('https://www.google-analytics.com'),
  META_PIXEL_ID: z
    .string()
    .regex(/^\d{6,20}$/)
    .optional(),
  META_ACCESS_TOKEN: optional,
  META_SCRIPT_URL: z.url().default('https://connect.facebook.net/en_US/fbevents.js'),
  META_API_BASE: z.url().default('https://graph.facebook.com/v23.0'),
  METRICA_ID: z
    .string()
    .regex(/^\d{4,12}$/)
    .optional(),
  METRICA_SCRIPT_URL: z.url().default('https://mc.yandex.ru/metrika/tag.js'),
  VERCEL_ANALYTICS: z.enum(['on', 'off']).default('off'),
  PAYME_LOGIN: z.string().default('Paycom'),
  PAYME_KEY: optional,
  PAYME_KASSA: optional,
  PAYME_ACCOUNT_FIELD: z.string().default('order_id'),
  PAYME_ALLOW_IPS: networks,
  PAYME_CHECKOUT_URL: z.url().default('https://checkout.paycom.uz'),
  PAYME_PACKAGE_CODE: optional,
  PAYME_DELIVERY_IKPU: z
    .string()
    .regex(/^\d{17}$/, '17 digits')
    .optional(),
  PAYME_DELIVERY_PACKAGE: optional,
  CLICK_SERVICE_ID: z
    .string()
    .regex(/^[1-9]\d{0,18}$/, 'a number')
    .optional(),
  CLICK_MERCHANT_ID: optional,
  CLICK_MERCHANT_USER_ID: optional,
  CLICK_SECRET: optional,
  CLICK_API_BASE: z.url().default('https://api.click.uz/v2/merchant/'),
  CLICK_ALLOW_IPS: networks,
  CLICK_PACKAGE_CODE: optional,
  CLICK_DELIVERY_IKPU: z
    .string()
    .regex(/^\d{17}$/, '17 digits')
    .optional(),
  CLICK_DELIVERY_PACKAGE: optional,
  STRIPE_SECRET_KEY: optional,
  STRIPE_WEBHOOK_SECRET: optional,
  STRIPE_API_HOST: optional,
  STRIPE_API_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  STRIPE_API_PROTOCOL: z.enum(['https', 'http']).default('https'),
})

export type Env = Omit<z.infer<typeof schema>, 'APP_URL'> & { APP_URL: string }

const weak = (secret: string) => secret.length < 32 || secret.startsWith('demo-')

type Given = z.infer<typeof schema>
const loopback = ['127.0.0.1', '::1', 'localhost']

/** Half a provider would take orders and lose their payments. Click gives out short secrets, so eight is the least. */
function clickMistakes(env: Given): string[] {
  const needed = ['CLICK_SERVICE_ID', 'CLICK_MERCHANT_ID', 'CLICK_SECRET'] as const
  const missing = needed.filter((name) => !env[name])
  if (missing.length === needed.length) return []
  const secret = env.CLICK_SECRET ?? ''
  const poor = secret !== '' && (secret.length < 8 || secret.startsWith('demo-'))
  return [
    ...missing.map((name) => `${name}: production needs it, as other variables of Click are set`),
    ...(poor ? ['CLICK_SECRET: production needs the secret that Click has given'] : []),
  ]
}

/** Payme's keys have 36 characters. */
function paymeMistakes({ PAYME_KASSA, PAYME_KEY }: Given): string[] {
  if (!PAYME_KEY) return PAYME_KASSA ? ['PAYME_KEY: production needs it, as PAYME_KASSA is set'] : []
  const poor = PAYME_KEY.length < 16 || PAYME_KEY.startsWith('demo-')
  return poor ? ['PAYME_KEY: production needs the key that Payme has given'] : []
}

function stripeMistakes(env: Given): string[] {
  const needed = ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'] as const
  if (needed.every((name) => !env[name])) return []
  const poor = needed.filter((name) => (env[name] ?? '').length < 16 || env[name]?.startsWith('demo-'))
  const open = env.STRIPE_API_PROTOCOL === 'http' && !loopback.includes(env.STRIPE_API_HOST ?? '')
  return [
    ...poor.map((name) => `${name}: production needs the one that Stripe has given`),
    ...(open ? ['STRIPE_API_PROTOCOL: http would show the key to the network'] : []),
  ]
}

/** Half a bucket would leave pictures on the disk of one of many machines. */
function s3Mistakes(env: Given): string[] {
  const needed = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const
  if (needed.every((name) => !env[name])) return []
  return needed.filter((name) => !env[name]).map((name) => `${name}: is needed, as other variables of S3 are set`)
}

/** Reads and checks everything at once, so that one start lists every mistake. */
export const readEnv = (source: Record<string, string | undefined>): Env => {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  const wrong = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  if (parsed.success) wrong.push(...s3Mistakes(parsed.data))
  if (parsed.success && parsed.data.APP_ENV === 'production') {
    if (weak(parsed.data.AUTH_SECRET)) wrong.push('AUTH_SECRET: production needs 32 random characters or more')
    if (!parsed.data.APP_URL) wrong.push('APP_URL: production needs the canonical origin')
    if (!given['DATABASE_URL']) wrong.push('DATABASE_URL: production needs its own database')
    wrong.push(...paymeMistakes(parsed.data), ...clickMistakes(parsed.data), ...stripeMistakes(parsed.data))
  }
  if (!parsed.success || wrong.length > 0) throw new Error(`The environment is not usable:\n  ${wrong.join('\n  ')}`)
  const url = parsed.data.APP_URL ?? `http://localhost:${parsed.data.PORT}`
  return { ...parsed.data, APP_URL: url.replace(/\/$/, '') }
}

export const env: Env = readEnv(process.env)

// next-auth reads its origin from here and nowhere else.
process.env['NEXTAUTH_URL'] ??= env.APP_URL
