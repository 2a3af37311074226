import { type Actor, isOperator } from '@/lib/auth/schema'
import { type Tx, transact } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { nextStatus, type ProductStatus } from '../product-state'
import { announce } from './announce'
import { everyAddress } from './choose-slugs'

export type Verdict = { productId: string; approve: true } | { productId: string; approve: false; words: string }
type Refusal = 'forbidden' | 'not-found' | 'wrong-status' | 'words-needed'
type Row = { status: ProductStatus; shop: string; path: string[] }

const hold = (tx: Tx, id: string) =>
  tx.query<Row>(
    `select p.status, s.slug as shop, c.path from product p join shop s on s.id = p.shop_id
       join category c on c.id = p.category_id where p.id = $1 for update of p`,
    [id],
  )

/** Goods that wait are shown, or go back to their seller with words; whoever has been sent back waits again. */
export const reviewProduct = (verdict: Verdict, actor: Actor): Promise<Result<ProductStatus, Refusal>> =>
  transact(async (tx) => {
    if (!isOperator(actor)) return fail('forbidden')
    const words = verdict.approve ? null : verdict.words.trim().slice(0, 1000)
    if (words === '') return fail('words-needed')
    const { productId } = verdict
    const { rows } = await hold(tx, productId)
    const row = rows[0]
    if (!row) return fail('not-found')
    const status = nextStatus(row.status, verdict.approve ? 'active' : 'draft', 'operator')
    if (row.status !== 'review' || status === null) return fail('wrong-status')
    await tx.query('update product set status = $2, review_note = $3, updated_at = now() where id = $1', [
      productId,
      status,
      words,
    ])
    const slugs = await everyAddress(tx, productId)
    await announce(tx, { productId, slugs, categories: row.path, shop: row.shop }, actor)
    return ok(status)
  })
