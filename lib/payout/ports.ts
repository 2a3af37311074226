import type { Tx } from '@/lib/kernel/db'

/** Basis points of each released share that this shop's terms hold back; null: nothing was agreed with it. */
export type ShopReserve = (tx: Tx, shopId: string) => Promise<number | null>
