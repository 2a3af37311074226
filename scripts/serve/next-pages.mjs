import { createRequire } from 'node:module'
import { begun, doubt, forget, forgotten, onForget } from './forget.mjs'
import { clock } from './forgotten.mjs'
import { createStore } from './page-store.mjs'

const require = createRequire(import.meta.url)
const { default: FileSystemCache } = require('next/dist/server/lib/incremental-cache/file-system-cache.js')
/** @type {{ SharedCacheControls: { cacheControls: Map<string, unknown> } }} */
const { SharedCacheControls } = require('next/dist/server/lib/incremental-cache/shared-cache-controls.external.js')

/**
 * @typedef {object} Value what Next made: of a page its document, its data and the data of its parts
 * @property {string} [kind]
 * @property {string | Buffer} [html]
 * @property {Buffer} [body]
 * @property {Buffer} [rscData]
 * @property {Map<string, Buffer>} [segmentData]
 * @property {string} [postponed]
 * @property {Record<string, unknown>} [headers]
 */
/** @typedef {{ key: string, touchedAt: number, value: Value | null, lastModified: number, cacheControl: unknown, tags: string[] }} Entry */

const limit = 24_000_000
const mostControls = 2_000

/** @type {ReturnType<typeof createStore<Entry>>} */
const store = createStore(limit, { weigh, tagsOf: ({ tags }) => tags })
onForget((tags) => {
  for (const entry of tags.flatMap(store.tagged)) store.remove(entry.key)
})

/** The pages that Next keeps: as it keeps them itself, but bounded with all they take, and none begun before its tags changed. */
export default class NextPages extends FileSystemCache {
  /** @param {any} context */
  constructor(context) {
    super({ ...context, maxMemoryCacheSize: 0, flushToDisk: false })
  }

  /** @param {[key: string, context: any]} asking @returns {Promise<any>} */
  async get(...[key, context]) {
    const kept = store.get(key, clock())
    if (kept !== undefined) {
      const { value, lastModified, cacheControl } = kept
      return { value: unpack(value), lastModified, cacheControl }
    }
    const seed = /** @type {any} */ (await super.get(key, context))
    // What the build made of the market is as old as the build; of what never changes it is as good as new.
    if (seed === null || tagsOf(seed.value).length > 0) return null
    keep(key, seed.value, seed.lastModified, seed.cacheControl)
    return seed
  }

  /** @param {[key: string, value: any, context: any]} made */
  async set(...[key, value, context]) {
    const tags = tagsOf(value)
    if (forgotten.isOutdated(tags, begun())) return doubt(tags)
    keep(key, value, clock(), context.cacheControl)
    // Next remembers how long each address lives, in a list without an end; the entries themselves know.
    const { cacheControls } = SharedCacheControls
    if (cacheControls.size > mostControls) cacheControls.clear()
  }

  /** @param {string | string[]} tags */
  async revalidateTag(tags) {
    forget([tags].flat())
  }
}

/** @param {string} key @param {Value | null} value @param {number} lastModified @param {unknown} cacheControl */
function keep(key, value, lastModified, cacheControl) {
  const packed = typeof value?.html === 'string' ? { ...value, html: Buffer.from(value.html) } : value
  store.set({ key, value: packed, lastModified, cacheControl, tags: tagsOf(value), touchedAt: clock() })
}

/** A document of two-byte letters would take twice its bytes, and in the heap. @param {Value | null} value */
const unpack = (value) => (value?.html === undefined ? value : { ...value, html: value.html.toString() })

/** Next's own names for folders and files are of no use to anybody here. @param {Value | null} value */
function tagsOf(value) {
  const named = String(value?.headers?.['x-next-cache-tags'] ?? '')
  return named.split(',').filter((tag) => tag !== '' && !tag.startsWith('_N_T_'))
}

/** @param {Entry} entry */
function weigh({ key, value, tags }) {
  const { html, body, rscData, segmentData, postponed } = value ?? {}
  let bytes = 1_500 + key.length * 2 + tags.length * 150
  for (const part of [html, body, rscData, ...(segmentData?.values() ?? [])]) bytes += part?.length ?? 0
  return bytes + (postponed?.length ?? 0) * 2
}
