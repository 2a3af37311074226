import { forget, forgotten, onForget } from './forget.mjs'
import { clock } from './forgotten.mjs'
import { createStore } from './page-store.mjs'

/** @typedef {import('next/cache').CacheEntry} CacheEntry */
/** @typedef {Omit<CacheEntry, 'value'> & { key: string, touchedAt: number, bytes: Uint8Array }} Entry */

const limit = 16_000_000

/** @type {ReturnType<typeof createStore<Entry>>} */
const store = createStore(limit, {
  weigh: ({ key, bytes, tags }) => 600 + key.length * 2 + bytes.length + tags.length * 150,
  tagsOf: ({ tags }) => tags,
})
onForget((tags) => {
  for (const entry of tags.flatMap(store.tagged)) store.remove(entry.key)
})

/** @type {Map<string, Promise<void>>} */
const pendingSets = new Map()

/** @param {string} key @param {Promise<CacheEntry>} pending */
async function keep(key, pending) {
  const { value, tags, stale, timestamp, expire, revalidate } = await pending
  const bytes = new Uint8Array(await new Response(/** @type {any} */ (value)).arrayBuffer())
  const outdated = forgotten.isOutdated(tags, timestamp)
  forgotten.finish(tags, timestamp)
  if (outdated || expire === 0) return
  store.set({ key, touchedAt: clock(), bytes, tags, stale, timestamp, expire, revalidate })
}

/**
 * The answers of functions that say 'use cache', as Next keeps them itself, but none that was begun before its tags
 * changed, and what joined it meanwhile is known to be as old.
 * @type {import('next/cache').CacheHandler}
 */
export default {
  async get(key) {
    await pendingSets.get(key)
    const kept = store.get(key, clock())
    if (kept === undefined || clock() > kept.timestamp + kept.revalidate * 1000) return undefined
    const { bytes, tags, stale, timestamp, expire, revalidate } = kept
    return { value: streamOf(bytes), tags, stale, timestamp, expire, revalidate }
  },

  async set(key, pending) {
    // A value that broke off is not kept; whoever rendered with it has heard of it.
    const work = keep(key, pending).catch(() => {})
    pendingSets.set(key, work)
    await work
    if (pendingSets.get(key) === work) pendingSets.delete(key)
  },

  async refreshTags() {},

  // What is forgotten is gone; there is nothing to compare a time with.
  getExpiration: async () => 0,

  updateTags: async (tags) => forget(tags),
}

/** @param {Uint8Array} bytes */
const streamOf = (bytes) =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(bytes)
      controller.close()
    },
  })
