import { prepared, type Tx } from '@/lib/kernel/db'
import { isOption, type Place, places } from './places'
import type { Stage, Trial } from './trial.mjs'

export type PlaceNow = { usual: string; trial: Trial | null }

const read = prepared(
  `select e.key, e.share, e.variants, e.before, (select option from place_option where place = $1) as usual
     from (select 1) one left join experiment e on e.place = $1 and e.status = 'running'`,
)

type Row = Pick<Trial, 'share' | 'variants'> & { key: string | null; before: Stage[] | null; usual: string | null }

/** What stands at a place for everybody, and what is tried there now. */
export async function readPlace(tx: Tx, place: Place): Promise<PlaceNow> {
  const { rows } = await tx.query<Row>(read, [place])
  const { key = null, share = 0, variants = [], usual = null, before } = rows[0] ?? {}
  const [first] = places[place]
  return {
    // An option that a later version no longer has is not shown.
    usual: usual !== null && isOption(place, usual) ? usual : first,
    trial: key === null ? null : { key, place, share, variants, ...(before?.length && { before }) },
  }
}
