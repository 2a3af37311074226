import { createStore } from './page-store.mjs'

/** @typedef {import('./compose-answer.mjs').Answer} Answer */
/**
 * What is kept of one address. A purged entry is never served, except when its page cannot be made anew.
 * @typedef {object} Entry
 * @property {string} key
 * @property {Answer} answer
 * @property {number} storedAt
 * @property {number} freshUntil
 * @property {number} staleUntil
 * @property {number} retryAt no second refresh before: one is under way, or has just failed
 * @property {number} touchedAt
 * @property {boolean} purged
 */
/** @typedef {'hit' | 'stale' | 'miss' | 'joined' | 'error'} State how an answer came about */
/** @typedef {{ answer: Answer, state: State, age: number }} Found */
/** @typedef {{ work: Promise<Answer>, purged: Set<string> }} Flight */

// A page that could not be made anew is shown as it was; meanwhile the next try waits a little.
const RETRY = 5000
// A page that changes while it is made is made again, for whoever waits; not for ever.
const TRIES = 3

/**
 * Finished answers by address. `make` renders one; nothing else in here knows what a page is.
 * @param {{ make: (key: string) => Promise<Answer>, limit: number, clock?: () => number }} options
 */
export function createPageCache({ make, limit, clock = Date.now }) {
  // What is not there has a small room of its own: guessed addresses do not push out real pages.
  const pages = createStore(limit * 0.9, { weigh, tagsOf })
  const missing = createStore(limit * 0.1, { weigh, tagsOf })
  /** @type {Map<string, Flight>} */
  const flights = new Map()
  /** @type {Set<Flight>} */
  const flying = new Set()
  const counts = { hit: 0, stale: 0, miss: 0, joined: 0, error: 0 }

  /** @param {string} key @param {number} now */
  const find = (key, now = clock()) => pages.get(key, now) ?? missing.get(key, now)

  /** @param {string} key @param {Answer} answer @param {boolean} purged */
  function keep(key, answer, purged) {
    const now = clock()
    const freshUntil = now + answer.fresh * 1000
    const store = answer.status >= 400 ? missing : pages
    for (const other of [pages, missing]) if (other !== store) other.remove(key)
    if (purged && (store === missing || store.get(key, now)?.purged === false)) return
    const staleUntil = freshUntil + answer.stale * 1000
    store.set({ key, answer, storedAt: now, freshUntil, staleUntil, retryAt: 0, touchedAt: now, purged })
  }

  /** One render for whoever asks meanwhile. @param {string} key @returns {Promise<Answer>} */
  function refresh(key) {
    /** @type {Flight} */
    const flight = { work: Promise.resolve(/** @type {never} */ (undefined)), purged: new Set() }
    flights.set(key, flight)
    flying.add(flight)
    flight.work = fly(key, flight).finally(() => {
      flying.delete(flight)
      if (flights.get(key) === flight) flights.delete(key)
    })
    return flight.work
  }

  /** @param {string} key @param {Flight} flight @returns {Promise<Answer>} */
  async function fly(key, flight) {
    const before = find(key)
    for (let tries = 1; ; tries += 1) {
      const answer = await make(key)
      const outdated = answer.tags.some((tag) => flight.purged.has(tag))
      if (!outdated || tries === TRIES) {
        if (answer.storable) keep(key, answer, outdated)
        return answer
      }
      // Whoever asked later has got, or is having made, a page that knows more.
      const known = find(key)
      if (known !== before && known?.purged === false) return known.answer
      const younger = flights.get(key)
      if (younger !== undefined && younger !== flight) return younger.work
      flight.purged.clear()
      flights.set(key, flight)
    }
  }

  /** @param {Entry} entry @param {number} now */
  function refreshBehind(entry, now) {
    if (flights.has(entry.key) || entry.retryAt > now) return
    entry.retryAt = now + RETRY
    refresh(entry.key).catch(() => {
      // Who asked has been answered with the old page; the render itself has said what went wrong.
    })
  }

  /** Right away what can be served right away. @param {string} key @returns {Found | null} */
  function peek(key) {
    const now = clock()
    const entry = find(key, now)
    if (entry === undefined || entry.purged || now >= entry.staleUntil) return null
    const state = now < entry.freshUntil ? 'hit' : 'stale'
    if (state === 'stale') refreshBehind(entry, now)
    counts[state] += 1
    return { answer: entry.answer, state, age: Math.floor((now - entry.storedAt) / 1000) }
  }

  /** @param {string} key @returns {Promise<Found>} */
  async function get(key) {
    const there = peek(key)
    if (there !== null) return there
    const joined = flights.get(key)
    const state = joined === undefined ? 'miss' : 'joined'
    counts[state] += 1
    const old = pages.get(key, clock())
    try {
      const answer = await (joined?.work ?? refresh(key))
      return answer.status >= 500 && old !== undefined ? insteadOf(old) : { answer, state, age: 0 }
    } catch (error) {
      if (old === undefined) throw error
      return insteadOf(old)
    }
  }

  /** @param {Entry} old @returns {Found} */
  function insteadOf(old) {
    counts.error += 1
    return { answer: old.answer, state: 'error', age: Math.floor((clock() - old.storedAt) / 1000) }
  }

  /** What is being made may show these as they were. @param {readonly string[]} tags */
  function doubt(tags) {
    for (const flight of flying) for (const tag of tags) flight.purged.add(tag)
  }

  /** Nobody who asks from now on is shown what was made before. @param {readonly string[]} tags */
  function purge(tags) {
    doubt(tags)
    flights.clear()
    for (const entry of tags.flatMap(pages.tagged)) entry.purged = true
    for (const entry of tags.flatMap(missing.tagged)) missing.remove(entry.key)
  }

  const stats = () => ({
    ...counts,
    bytes: pages.size().bytes + missing.size().bytes,
    entries: pages.size().entries + missing.size().entries,
  })
  return { peek, get, purge, doubt, stats }
}

/** @param {Entry} entry */
const tagsOf = ({ answer }) => answer.tags

/** Buffers, and about what the objects around them take. @param {Entry} entry */
export function weigh({ key, answer }) {
  const { plain, gzip, br, headers, tags } = answer
  const bodies = answer.shared ? 0 : (plain?.length ?? 0) + (gzip?.length ?? 0) + (br?.length ?? 0)
  const words = headers.reduce((sum, word) => sum + word.length, 0)
  return 600 + key.length * 2 + bodies + (answer.shared ? 0 : words) + tags.length * 150
}
