import type { Tx } from '@/lib/kernel/db'

export type Note = {
  /** Of what: the id of an order, parcel, refund, return or dispute. */
  ref: string
  kind: 'cancel' | 'refund' | 'refund-given' | 'return' | 'return-answer' | 'dispute' | 'dispute-answer'
  orderId: string
  text?: string | undefined
  photos?: readonly string[]
}

/** What a person wrote or pictured, beside the event that says what happened: a row can be erased. */
export async function keepNote(tx: Tx, { ref, kind, orderId, text = '', photos = [] }: Note): Promise<void> {
  if (!text && photos.length === 0) return
  await tx.query(
    `insert into order_note (ref, kind, order_id, text, photos) values ($1, $2, $3, $4, $5)
     on conflict (ref, kind) do update set text = excluded.text, photos = excluded.photos`,
    [ref, kind, orderId, text, JSON.stringify(photos)],
  )
}
