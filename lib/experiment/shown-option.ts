import { cacheLife, cacheTag } from 'next/cache'
import { tags } from '@/lib/kernel/cache'
import { sql } from '@/lib/kernel/db'
import { isOption, type OptionOf, type Place } from './places'
import { type PlaceNow, readPlace } from './read-place'
import { spellTrial } from './trial.mjs'

async function getPlace(place: Place): Promise<PlaceNow> {
  'use cache'
  cacheLife('catalog')
  cacheTag(tags.everything(), tags.place(place))
  return readPlace(sql, place)
}

/** `trial`: what the page has to say of itself in its head, for the front and the meter; null: nothing is tried here. */
export type ShownOption<P extends Place> = { option: OptionOf<P>; trial: string | null }

/**
 * What a page shows at a place: what the front has asked for in its address, as long as that is tried; else the usual.
 * `options` are the address's own, see `pageOptions`.
 */
export async function shownOption<P extends Place>(place: P, options: readonly string[]): Promise<ShownOption<P>> {
  const { usual, trial } = await getPlace(place)
  if (trial === null) return { option: usual as OptionOf<P>, trial: null }
  const asked = trial.variants.find(({ option }) => options.includes(`${place}.${option}`))?.option
  const option = asked !== undefined && isOption(place, asked) ? asked : usual
  return { option: option as OptionOf<P>, trial: spellTrial(trial, option) }
}
