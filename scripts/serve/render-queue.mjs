/** Too many unseen pages are wanted at once: a sentence and a 503 are better than a server that answers nobody. */
export class TooManyError extends Error {}

/**
 * Renders share one processor: more of them at once only take memory and make all of them late.
 * @param {number} atOnce @param {number} most waiting
 * @returns {<T>(work: () => Promise<T>) => Promise<T>}
 */
export function createQueue(atOnce, most) {
  let running = 0
  /** @type {(() => void)[]} */
  const waiting = []
  const next = () => {
    running -= 1
    waiting.shift()?.()
  }
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= most) throw new TooManyError('too many pages are being made')
      await new Promise((resolve) => waiting.push(() => resolve(undefined)))
    }
    running += 1
    try {
      return await work()
    } finally {
      next()
    }
  }
}
