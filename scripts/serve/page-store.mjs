// A recently used entry is not moved again at every hit: order to the second is enough to evict by.
const TOUCH = 1000

/**
 * Entries by key, least recently used out first, bounded by bytes.
 * @template {{ key: string, touchedAt: number }} Entry
 * @param {number} limit bytes, everything counted; 0 keeps nothing
 * @param {{ weigh: (entry: Entry) => number, tagsOf: (entry: Entry) => readonly string[] }} about
 */
export function createStore(limit, { weigh, tagsOf }) {
  /** @type {Map<string, Entry>} */
  const entries = new Map()
  /** @type {Map<string, Set<string>>} */
  const keysOf = new Map()
  let bytes = 0

  /** @param {string} key */
  function remove(key) {
    const entry = entries.get(key)
    if (entry === undefined) return
    entries.delete(key)
    bytes -= weigh(entry)
    for (const tag of tagsOf(entry)) {
      const keys = keysOf.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) keysOf.delete(tag)
    }
  }

  return {
    /** @param {string} key @param {number} now */
    get(key, now) {
      const entry = entries.get(key)
      if (entry !== undefined && now - entry.touchedAt > TOUCH) {
        entry.touchedAt = now
        entries.delete(key)
        entries.set(key, entry)
      }
      return entry
    },
    /** @param {Entry} entry */
    set(entry) {
      remove(entry.key)
      const weight = weigh(entry)
      // One page larger than a quarter of everything would push out all the others.
      if (weight > limit / 4) return
      for (const oldest of entries.keys()) {
        if (bytes + weight <= limit) break
        remove(oldest)
      }
      entries.set(entry.key, entry)
      bytes += weight
      for (const tag of tagsOf(entry)) {
        const keys = keysOf.get(tag)
        if (keys === undefined) keysOf.set(tag, new Set([entry.key]))
        else keys.add(entry.key)
      }
    },
    remove,
    /** The entries that show something of a tag. @param {string} tag */
    tagged(tag) {
      return [...(keysOf.get(tag) ?? [])].flatMap((key) => entries.get(key) ?? [])
    },
    size: () => ({ entries: entries.size, tags: keysOf.size, bytes }),
  }
}
