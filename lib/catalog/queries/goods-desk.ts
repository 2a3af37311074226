import type { SellerActor } from '@/lib/auth/schema'
import type { Texts } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import {
  type BulkReport,
  type BulkWish,
  goodsFilterSchema,
  type RefusedRow,
  type RowRefusal,
  type SavedFilter,
  UNDO_MINUTES,
} from '../schema'

/** The named lists of one of the shop's people, as they were made. */
export async function listGoodsFilters(actor: SellerActor): Promise<SavedFilter[]> {
  const { rows } = await sql.query<{ id: string; name: string; filter: unknown }>(
    'select id, name, filter from goods_filter where shop_id = $1 and user_id = $2 order by created_at, id',
    [actor.shopId, actor.id],
  )
  return rows.map(({ id, name, filter }) => ({ id, name, filter: goodsFilterSchema.parse(filter) }))
}

type ChangeRow = { id: string; wish: BulkWish; at: Date; undone: boolean; fresh: boolean }
type Row = {
  n: number
  sku: string
  productId: string
  title: Texts | null
  refusal: RowRefusal | null
  undone: RowRefusal | null
}

const refusedRow = ({ n, sku, productId, title }: Row, refusal: RowRefusal): RefusedRow => ({
  n,
  sku,
  productId,
  title,
  ...refusal,
})

/** The actor's last action on many goods, while it can be taken back or has just been. */
export async function getLastBulk(actor: SellerActor): Promise<BulkReport | null> {
  const { rows: changes } = await sql.query<ChangeRow>(
    `select id, wish, created_at as at, undone_at is not null as undone,
            created_at > now() - ${UNDO_MINUTES} * interval '1 minute' as fresh
       from bulk_change where shop_id = $1 and made_by = $2 order by created_at desc, id desc limit 1`,
    [actor.shopId, actor.id],
  )
  const change = changes[0]
  if (change === undefined || !change.fresh) return null
  const { rows } = await sql.query<Row>(
    `select r.n, r.sku, r.product_id as "productId", p.title, r.refusal, r.undone
       from bulk_change_row r left join product p on p.id = r.product_id and p.shop_id = $2
      where r.change_id = $1 order by r.n`,
    [change.id, actor.shopId],
  )
  const done = rows.filter(({ refusal }) => refusal === null)
  return {
    id: change.id,
    wish: change.wish,
    at: change.at.toISOString(),
    undone: change.undone,
    canUndo: !change.undone && done.length > 0,
    done: done.length,
    refused: rows.flatMap((row) => (row.refusal ? [refusedRow(row, row.refusal)] : [])),
    restored: rows.filter(({ undone }) => undone?.code === 'undone').length,
    notRestored: rows.flatMap((row) =>
      row.undone && row.undone.code !== 'undone' ? [refusedRow(row, row.undone)] : [],
    ),
  }
}
