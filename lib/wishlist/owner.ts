import { createHash } from 'node:crypto'
import type { SavedOwner } from './schema'

/** Only the hash of a guest's secret is kept; it can never look like a user's id. */
export const ownerKey = (owner: SavedOwner): string =>
  'userId' in owner ? owner.userId : createHash('sha256').update(owner.token).digest('hex')
