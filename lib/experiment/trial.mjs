// What the front of pages (scripts/serve), the pages and the market's count must agree on to the letter. Plain
// JavaScript, because the front is: see docs/adr/0019.

/**
 * @typedef {{ option: string, weight: number }} Part
 * @typedef {{ share: number, variants: readonly Part[] }} Stage
 * @typedef {object} Trial an experiment that runs, as a page says it
 * @property {string} key
 * @property {string} place
 * @property {number} share percent of visitors who take part
 * @property {readonly Part[]} variants
 * @property {readonly Stage[]} [before] smaller shares that it ran with before, the oldest first
 */

/** Every thousandth visitor has the same number: it says how to be treated, not who one is. */
export const BUCKETS = 1000
export const BUCKET_COOKIE = 'bozor_bucket'

/** FNV-1a with a finish that spreads neighbours (fmix32 of MurmurHash3): 32 bits. @param {string} text */
function hash(text) {
  let h = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** @type {Map<string, Uint16Array>} */
const orders = new Map()

/**
 * Each experiment lines the buckets up by a hash of its own, so that shares are exact and two experiments know nothing
 * of each other. @param {string} key
 */
function placesIn(key) {
  const before = orders.get(key)
  if (before !== undefined) return before
  const drawn = Float64Array.from({ length: BUCKETS }, (_, bucket) => hash(`${key}:${bucket}`) * BUCKETS + bucket)
  const places = new Uint16Array(BUCKETS)
  for (const [place, each] of drawn.sort().entries()) places[each % BUCKETS] = place
  if (orders.size > 100) orders.clear()
  orders.set(key, places)
  return places
}

/**
 * How many buckets see each variant, by stage: a change takes in buckets behind those that take part already and shares
 * out only these, so that whoever has a variant keeps it. @param {Trial} trial @returns {number[][]}
 */
export function stageQuotas({ share, variants, before = [] }) {
  let taken = 0
  return [...before, { share, variants }].map((stage) => {
    const taking = Math.round((stage.share * BUCKETS) / 100) - taken
    taken += taking
    return cut(taking, stage.variants)
  })
}

/** @param {number} taking @param {readonly Part[]} variants @returns {number[]} */
function cut(taking, variants) {
  const whole = variants.reduce((sum, { weight }) => sum + weight, 0)
  let edge = 0
  let before = 0
  return variants.map(({ weight }) => {
    edge += weight
    const end = Math.round((taking * edge) / whole)
    const quota = end - before
    before = end
    return quota
  })
}

/** The same of all stages. @param {Trial} trial @returns {number[]} */
export const quotas = (trial) =>
  stageQuotas(trial).reduce(
    (sums, own) => sums.map((sum, at) => sum + (own[at] ?? 0)),
    trial.variants.map(() => 0),
  )

/**
 * The variant of a bucket, always the same one, and with which stage it came in; null: it takes no part and sees what
 * everybody sees. @param {Trial} trial @param {number} bucket @returns {{ option: string, stage: number } | null}
 */
export function placeOf(trial, bucket) {
  let place = placesIn(trial.key)[bucket] ?? BUCKETS
  for (const [stage, own] of stageQuotas(trial).entries()) {
    for (const [at, quota] of own.entries()) {
      const option = trial.variants[at]?.option
      if (place < quota) return option === undefined ? null : { option, stage }
      place -= quota
    }
  }
  return null
}

/** @param {Trial} trial @param {number} bucket @returns {string | null} */
export const assign = (trial, bucket) => placeOf(trial, bucket)?.option ?? null

/** The name of the `meta` elements by which a page says what it takes part in. */
export const TRIAL_META = 'bozor-trial'

/** @param {Stage} stage */
const spellStage = ({ share, variants }) =>
  `${share} ${variants.map(({ option, weight }) => `${option}:${weight}`).join(',')}`

/** @param {Trial} trial @param {string} shown what this very page shows */
export const spellTrial = ({ key, place, share, variants, before = [] }, shown) =>
  [key, place, shown, ...[...before, { share, variants }].map(spellStage)].join(' ')

const meta = new RegExp(`<meta name="${TRIAL_META}" content="([^"]+)"`, 'g')

/** @param {readonly string[]} words shares and variants in turn @returns {Stage[]} */
function readStages([share, variants = '', ...rest]) {
  if (share === undefined) return []
  const parts = variants.split(',').map((part) => part.split(':'))
  const stage = {
    share: Number(share),
    variants: parts.map(([option = '', weight]) => ({ option, weight: Number(weight) })),
  }
  return [stage, ...readStages(rest)]
}

/** What a finished page says of itself. @param {string} head @returns {(Trial & { shown: string })[]} */
export function readTrials(head) {
  return [...head.matchAll(meta)].flatMap(([, text = '']) => {
    const [key = '', place = '', shown = '', ...words] = text.split(' ')
    const stages = readStages(words)
    const last = stages.at(-1)
    if (last === undefined) return []
    const before = stages.slice(0, -1)
    return [{ key, place, shown, ...last, ...(before.length > 0 && { before }) }]
  })
}

const mark = '~'

/**
 * Where Next keeps a page that shows other options than usual: `/uz~home-hero.price`. Such addresses are made by the
 * front alone and asked for by nobody else. @param {string} path @param {readonly string[]} options `place.option`
 */
export function markPath(path, options) {
  const [, locale = '', ...rest] = path.split('/')
  return ['', [locale, ...options].join(mark), ...rest].join('/')
}

/** @param {string} path */
export const isMarked = (path) => path.includes(mark) && path.split('/', 2)[1]?.includes(mark) === true

/** A page's first segment: its language, and what it shows. @param {string} segment */
export function readMark(segment) {
  const [locale = '', ...options] = segment.split(mark)
  return { locale, options }
}

/** The marked segment of a finished page becomes what the visitor's address has. @param {string} html @param {string} path */
export function unmark(html, path) {
  const segment = path.split('/', 2)[1] ?? ''
  return html.replaceAll(segment, readMark(segment).locale)
}
