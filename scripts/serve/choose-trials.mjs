import { assign, BUCKET_COOKIE, BUCKETS } from '../../lib/experiment/trial.mjs'

/** @typedef {readonly (import('../../lib/experiment/trial.mjs').Trial & { shown: string })[]} PageTrials */

// The variants that this browser was shown, `key.option,key.option`: lib/attribution reads it with an order.
const SHOWN_COOKIE = 'bozor_exp'
const shownMost = 20
const quarter = 90 * 24 * 60 * 60
/** Audience figures may be kept for thirteen months without a question, if they name nobody. */
const year = 395 * 24 * 60 * 60

// Engines and programs see the usual page, and are nobody's exposure.
const machine =
  /bot|crawl|spider|slurp|preview|lighthouse|headless(?!chrome)|facebookexternalhit|whatsapp|telegram|vkshare|embed|feed|monitor|curl|wget|python|java|okhttp|go-http|node|undici|axios/i

const bucketLine = new RegExp(`(?:^|; *)${BUCKET_COOKIE}=(\\d{1,4})(?:;|$)`)
const shownLine = new RegExp(`(?:^|; *)${SHOWN_COOKIE}=([a-z0-9.,-]{1,1300})(?:;|$)`)

/** @param {string} cookies */
function bucketIn(cookies) {
  const bucket = Number(bucketLine.exec(cookies)?.[1] ?? BUCKETS)
  return bucket < BUCKETS ? bucket : null
}

/**
 * What of a page's experiments a visitor is shown: `options` are those that differ from the page as everybody knows it,
 * `cookies` what the browser has to remember.
 * @param {PageTrials} trials
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @param {{ secure: boolean, draw?: () => number }} by
 * @returns {{ options: string[], cookies: string[] }}
 */
export function chooseTrials(trials, headers, { secure, draw = Math.random }) {
  const agent = headers['user-agent']
  if (agent === undefined || machine.test(agent)) return { options: [], cookies: [] }
  const sent = headers.cookie ?? ''
  const known = bucketIn(sent)
  const bucket = known ?? Math.floor(draw() * BUCKETS)
  const before = (shownLine.exec(sent)?.[1] ?? '').split(',').filter(Boolean)
  const options = []
  let shown = before
  for (const trial of trials) {
    const option = assign(trial, bucket)
    if (option === null) continue
    if (option !== trial.shown) options.push(`${trial.place}.${option}`)
    const pair = `${trial.key}.${option}`
    if (!shown.includes(pair)) shown = [pair, ...shown.filter((one) => !one.startsWith(`${trial.key}.`))]
  }
  const rest = `; Path=/; SameSite=Lax${secure ? '; Secure' : ''}`
  const cookies = []
  if (known === null) cookies.push(`${BUCKET_COOKIE}=${bucket}; Max-Age=${year}; HttpOnly${rest}`)
  if (shown !== before)
    cookies.push(`${SHOWN_COOKIE}=${shown.slice(0, shownMost).join(',')}; Max-Age=${quarter}${rest}`)
  return { options: options.sort(), cookies }
}
