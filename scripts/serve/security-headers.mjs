import { createHash } from 'node:crypto'
import { setTheme } from '../../components/layout/set-theme.mjs'

/** What no answer may lack, whatever it carries. */
export const basePolicy = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

/** On every answer: pages, files, redirects and failures. Also what next.config.js says for development. */
export const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' },
  { key: 'Content-Security-Policy', value: basePolicy },
]

/**
 * Where configured counters come from and what they call: allowed in the policy, loaded only after consent.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ scripts: string[], calls: string[] }}
 */
export function counterSources(env) {
  /** @param {string | undefined} id @param {string} script @param {string[]} calls */
  const counter = (id, script, calls) => (id ? [{ script: new URL(script).origin, calls }] : [])
  const found = [
    ...counter(env.GA4_MEASUREMENT_ID, env.GA4_SCRIPT_URL || 'https://www.googletagmanager.com/gtag/js', [
      'https://*.google-analytics.com',
      'https://*.analytics.google.com',
      'https://*.googletagmanager.com',
    ]),
    ...counter(env.META_PIXEL_ID, env.META_SCRIPT_URL || 'https://connect.facebook.net', ['https://www.facebook.com']),
    ...counter(env.METRICA_ID, env.METRICA_SCRIPT_URL || 'https://mc.yandex.ru', [
      'https://mc.yandex.ru',
      'https://mc.yandex.com',
    ]),
  ]
  const scripts = [...new Set(found.map(({ script }) => script))]
  return { scripts, calls: [...new Set(found.flatMap(({ script, calls }) => [script, ...calls]))] }
}

const counters = counterSources(process.env)

/** @param {string[]} scripts sources of `script-src` */
const policyFor = (scripts) =>
  [
    "default-src 'self'",
    ['script-src', "'self'", ...counters.scripts, ...scripts].join(' '),
    ["connect-src 'self'", ...counters.calls].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "media-src 'self' https:",
    "font-src 'self' data:",
    "form-action 'self' https:",
    basePolicy,
  ].join('; ')

/** A page that is kept: every visitor gets the same bytes, so the scripts in them are named by what they are. */
/** @param {string[]} hashes */
export const hashPolicy = (hashes) => policyFor(hashes.map((hash) => `'${hash}'`))

const themeHash = `sha256-${createHash('sha256').update(setTheme).digest('base64')}`

/** A page made for one visitor: its scripts carry a word that nobody can know before, and vouch for what they load. */
/** @param {string} nonce */
export const noncePolicy = (nonce) => policyFor([`'nonce-${nonce}'`, "'strict-dynamic'", `'${themeHash}'`])
