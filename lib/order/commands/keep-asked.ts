import { areFreePhotos, attachPhotos } from '@/lib/files'
import { isPhotoKey } from '@/lib/files/schema'
import type { Tx } from '@/lib/kernel/db'
import { keepNote, type Note } from './keep-note'

/** Photos of somebody else's order, or of another return, are like none. */
export async function mayAttach(photos: readonly string[] | undefined, orderId: string): Promise<boolean> {
  const keys = (photos ?? []).filter(isPhotoKey)
  return keys.length === 0 || areFreePhotos(keys, orderId)
}

/** What the buyer wrote and pictured, beside the event. */
export async function keepAsked(tx: Tx, note: Note): Promise<void> {
  await keepNote(tx, note)
  await attachPhotos(tx, (note.photos ?? []).filter(isPhotoKey), { orderId: note.orderId, ref: note.ref })
}
