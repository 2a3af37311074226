import type { Actor } from '@/lib/auth/schema'
import { sql, type Tx } from '@/lib/kernel/db'
import type { GoodsImport, ImportItem, ImportProblem } from '../schema'
import { shopIdOf } from './shop-id-of'

type Row = Omit<GoodsImport, 'pictures' | 'createdAt' | 'finishedAt'> & {
  pictureTotal: number
  pictureDone: number
  createdAt: Date
  finishedAt: Date | null
}

const select = `
  select i.id, i.file_name as "fileName", i.bytes, i.format, i.source, i.mapping, i.choices, i.dry_run as "dryRun",
         i.status, i.rows, i.total, i.done, i.created, i.updated, i.unchanged, i.refused, i.variants, i.failure,
         i.failed_line as "failedLine", i.created_at as "createdAt", i.finished_at as "finishedAt",
         p.errors, p.warnings, g.total as "pictureTotal", g.done as "pictureDone"
    from goods_import i,
         lateral (select count(*) filter (where level = 'error') as errors,
                         count(*) filter (where level = 'warning') as warnings
                    from goods_import_problem where import_id = i.id) p,
         lateral (select count(*) as total, count(*) filter (where state <> 'waiting') as done
                    from goods_import_picture where import_id = i.id) g`

const toImport = ({ pictureTotal, pictureDone, createdAt, finishedAt, ...row }: Row): GoodsImport => ({
  ...row,
  pictures: { total: pictureTotal, done: pictureDone },
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
})

/** Null for an import that is not there or is somebody else's: nobody can tell which. */
export async function getImport(id: string, actor: Actor, tx: Tx = sql): Promise<GoodsImport | null> {
  const { rows } = await tx.query<Row>(`${select} where i.id = $1 and i.shop_id = $2`, [id, shopIdOf(actor)])
  return rows[0] ? toImport(rows[0]) : null
}

/** The shop's newest, for the page where one begins. */
export async function listImports(actor: Actor, limit = 10): Promise<GoodsImport[]> {
  const { rows } = await sql.query<Row>(
    `${select} where i.shop_id = $1 and i.status <> 'mapping' order by i.created_at desc, i.id desc limit $2`,
    [shopIdOf(actor), limit],
  )
  return rows.map(toImport)
}

/** Errors first, in the order of the file. */
export async function listProblems(id: string, actor: Actor, limit = 100): Promise<ImportProblem[]> {
  const { rows } = await sql.query<ImportProblem>(
    `select p.line, p.level, p.code, p.value, p.rows from goods_import_problem p join goods_import i on i.id = p.import_id
      where i.id = $1 and i.shop_id = $2 order by p.level, p.line, p.id limit $3`,
    [id, shopIdOf(actor), limit],
  )
  return rows
}

/** What became of the first products, with the category that was chosen for each. */
export async function listItems(id: string, actor: Actor, limit = 50): Promise<ImportItem[]> {
  const { rows } = await sql.query<ImportItem>(
    `select t.n, t.line, t.title, t.outcome, t.category, t.chosen_by as "chosenBy"
       from goods_import_item t join goods_import i on i.id = t.import_id
      where i.id = $1 and i.shop_id = $2 and t.outcome is not null order by t.n limit $3`,
    [id, shopIdOf(actor), limit],
  )
  return rows
}
