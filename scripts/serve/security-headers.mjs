import { createHash } from 'node:crypto'
import { beforePaint } from '../../components/layout/before-paint.mjs'
import { counterSources } from '../../lib/measure/counter-sources.mjs'

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
    // A shop's own counters stand in a frame of ours; heat maps in one without an address.
    "frame-src 'self'",
    "form-action 'self' https:",
    basePolicy,
  ].join('; ')

/** A page that is kept: every visitor gets the same bytes, so the scripts in them are named by what they are. */
/** @param {string[]} hashes */
export const hashPolicy = (hashes) => policyFor(hashes.map((hash) => `'${hash}'`))

const headHash = `sha256-${createHash('sha256').update(beforePaint).digest('base64')}`

/** A page made for one visitor: its scripts carry a word that nobody can know before, and vouch for what they load. */
/** @param {string} nonce */
export const noncePolicy = (nonce) => policyFor([`'nonce-${nonce}'`, "'strict-dynamic'", `'${headHash}'`])
