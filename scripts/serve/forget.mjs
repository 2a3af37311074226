import { AsyncLocalStorage } from 'node:async_hooks'
import { clock, createForgotten } from './forgotten.mjs'

/** When the request came for which Next works just now: what it makes is as old as that, not as its end. */
export const asked = new AsyncLocalStorage()

export const forgotten = createForgotten()

/** @typedef {(tags: readonly string[]) => void} Told */

/** @type {Set<Told>} */
const keepers = new Set()
/** @type {Set<Told>} */
const doubters = new Set()

/** Whoever keeps something is told what changed. @param {Told} forgetTags */
export const onForget = (forgetTags) => void keepers.add(forgetTags)

/** Whoever waits for a page is told when Next gives one away that it had begun too early. @param {Told} doubt */
export const onDoubt = (doubt) => void doubters.add(doubt)

/** Nobody who asks from now on is shown what was made before. @param {readonly string[]} tags */
export function forget(tags) {
  forgotten.tell(tags)
  for (const keeper of keepers) keeper(tags)
}

/** @param {readonly string[]} tags */
export function doubt(tags) {
  for (const doubter of doubters) doubter(tags)
}

/** @template T @param {() => T} work @returns {T} */
export const askedNow = (work) => asked.run(clock(), work)

/** When the page that is being made was begun; what nobody asked for may be as old as anything. */
export const begun = () => /** @type {number | undefined} */ (asked.getStore()) ?? 0
