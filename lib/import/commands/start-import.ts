import type { Actor } from '@/lib/auth/schema'
import { hasCategory } from '@/lib/catalog'
import { type Tx, transact } from '@/lib/kernel/db'
import { enqueue } from '@/lib/kernel/jobs'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { isComplete } from '../goods/formats'
import { isRate } from '../goods/price'
import { getImport } from '../queries/get-import'
import { shopIdOf } from '../queries/shop-id-of'
import type { Choices, Format, GoodsImport, Mapping } from '../schema'
import { signature } from './create-import'

export type Start = {
  dryRun: boolean
  choices: Choices
  mapping?: Mapping | undefined
  format?: Format | undefined
  /** Only products of which something was refused. */
  only?: 'failed' | undefined
  /** The caller runs it: no job is asked for. */
  here?: boolean
}
export type StartRefusal =
  | 'not-found'
  | 'wrong-status'
  | 'mapping-incomplete'
  | 'currency-needed'
  | 'bad-rate'
  | 'unknown-category'

/** Begins, or begins again: after a dry run the rows are there and only the writing follows. */
export const startImport = (id: string, start: Start, actor: Actor): Promise<Result<true, StartRefusal>> =>
  transact(async (tx) => {
    // Of two clicks at once the later one meets what the earlier one has begun.
    await tx.query('select from goods_import where id = $1 for update', [id])
    const before = await getImport(id, actor, tx)
    if (before === null) return fail('not-found')
    if (!['mapping', 'done', 'failed'].includes(before.status)) return fail('wrong-status')
    const format = start.format ?? before.format
    const mapping = start.mapping ?? before.mapping
    const refusal = await refusalOf(tx, { ...start, mapping }, before)
    if (refusal) return fail(refusal)
    const again = before.status === 'done' && format === before.format && same(mapping, before.mapping)
    if (again) await forgetOutcomes(tx, id, start.only)
    else await forgetRows(tx, id)
    await begin(tx, id, { ...start, format, mapping }, again)
    await remember(tx, actor, format, mapping, before)
    return ok(true)
  })

const same = (a: Mapping, b: Mapping) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())

async function refusalOf(
  tx: Tx,
  { choices, mapping }: Start & { mapping: Mapping },
  { source }: GoodsImport,
): Promise<StartRefusal | null> {
  const known = Object.values(mapping).every((column) => column === undefined || source.columns.includes(column))
  if (!known || !isComplete(mapping)) return 'mapping-incomplete'
  if (choices.currency === undefined && mapping.currency === undefined) return 'currency-needed'
  const foreign = choices.currency !== undefined && choices.currency !== 'UZS'
  if (foreign && !isRate(choices.rate ?? '')) return 'bad-rate'
  if (choices.category !== undefined && !(await hasCategory(tx, choices.category))) return 'unknown-category'
  return null
}

async function forgetRows(tx: Tx, id: string): Promise<void> {
  for (const table of ['row', 'item', 'problem', 'picture'])
    await tx.query(`delete from goods_import_${table} where import_id = $1`, [id])
}

/** `failed`: what is through stays as it is. */
async function forgetOutcomes(tx: Tx, id: string, only: 'failed' | undefined): Promise<void> {
  const { rows } = await tx.query<{ n: number }>(
    `update goods_import_item t set outcome = null, category = null, chosen_by = null
      where import_id = $1 and ($2::text is null or outcome = 'refused' or exists
        (select from goods_import_problem p where p.import_id = $1 and p.n = t.n and p.level = 'error'))
      returning n`,
    [id, only ?? null],
  )
  await tx.query(
    'delete from goods_import_problem where import_id = $1 and (n = any($2) or n = 0 and $3::text is null)',
    [id, rows.map(({ n }) => n), only ?? null],
  )
}

const counts = `(select count(*) as done, count(*) filter (where outcome = 'created') as created,
                        count(*) filter (where outcome = 'updated') as updated,
                        count(*) filter (where outcome = 'unchanged') as unchanged
                   from goods_import_item where import_id = $1 and outcome is not null) c`

async function begin(tx: Tx, id: string, start: Start, again: boolean): Promise<void> {
  const { rows } = await tx.query<{ turns: number }>(
    `update goods_import i
        set status = $2, dry_run = $3, choices = $4, mapping = $5, format = $6, done = c.done, created = c.created,
            updated = c.updated, unchanged = c.unchanged, refused = 0, variants = 0, failure = null,
            failed_line = null, finished_at = null, turns = turns + 1, lease = null, lease_until = null,
            rows = case when $7 then rows else 0 end, total = case when $7 then total else 0 end
       from ${counts} where i.id = $1 returning turns`,
    [
      id,
      again ? 'running' : 'reading',
      start.dryRun,
      JSON.stringify(start.choices),
      JSON.stringify(start.mapping),
      start.format,
      again,
    ],
  )
  if (!start.here) await enqueue(tx, 'run-import', `${id}:${rows[0]?.turns ?? 0}`, { id })
}

async function remember(tx: Tx, actor: Actor, format: Format, mapping: Mapping, { source }: GoodsImport) {
  await tx.query(
    `insert into goods_import_mapping (shop_id, columns, format, mapping) values ($1, $2, $3, $4)
     on conflict (shop_id, columns) do update set format = $3, mapping = $4, updated_at = now()`,
    [shopIdOf(actor), signature(source.columns), format, JSON.stringify(mapping)],
  )
}
