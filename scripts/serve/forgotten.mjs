/** @typedef {{ told: number, first: number, second: number }} Mark */

// Nothing is made for longer than this: neither a page nor what it shows.
const LONGEST = 120_000

/** The clock that Next stamps its own entries by; the wall's clock jumps, and stands still while a laptop sleeps. */
export const clock = () => performance.timeOrigin + performance.now()

/**
 * What was forgotten lately. An entry is made in a while, and its tag may change in that while: kept then, it would be
 * old from its first moment, and nothing would ever say so.
 *
 * Next lets a request join the making of an entry that an earlier one began, however long ago that was. So whatever
 * was being made with an entry begun too early may hold it too: that is what `first` says, and `second` of what was
 * being made with these in turn. What ends without being too old raises nothing, so the marks come to rest.
 */
export function createForgotten(now = clock) {
  /** @type {Map<string, Mark>} */
  const marks = new Map()
  let sweptAt = now()

  function sweep() {
    if (now() - sweptAt < LONGEST) return
    sweptAt = now()
    for (const [tag, mark] of marks) if (sweptAt - latest(mark) > LONGEST) marks.delete(tag)
  }

  return {
    /** @param {readonly string[]} tags */
    tell(tags) {
      sweep()
      for (const tag of tags) marks.set(tag, { first: 0, second: 0, ...marks.get(tag), told: now() })
    },
    /** Whether what was begun then may show something older than its tags. @param {readonly string[]} tags @param {number} begun */
    isOutdated: (tags, begun) =>
      tags.some((tag) => {
        const mark = marks.get(tag)
        return mark !== undefined && latest(mark) >= begun
      }),
    /** Something begun then, which others could join, is finished. @param {readonly string[]} tags @param {number} begun */
    finish(tags, begun) {
      for (const tag of tags) {
        const mark = marks.get(tag)
        if (mark === undefined) continue
        if (mark.told >= begun) mark.first = now()
        else if (mark.first >= begun) mark.second = now()
      }
    },
    size: () => marks.size,
  }
}

/** @param {Mark} mark */
const latest = ({ told, first, second }) => Math.max(told, first, second)
