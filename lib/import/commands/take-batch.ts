import type { TakeGoods } from '@/lib/catalog'
import type { Goods, GoodsOutcome, GoodsWarning } from '@/lib/catalog/schema'
import { type Tx, transact } from '@/lib/kernel/db'
import { ownPicture, pictureAddresses } from '../goods/picture-addresses'
import { readGoods } from '../goods/read-goods'
import type { SourceRow } from '../source/row'
import { renewLease, type Work } from './lease'

// What is new or the same is taken together; of what has to be looked at alone, few enough that locks are short.
const TOGETHER = 100
const ALONE = 20

type Item = { n: number; goods: string; line: number }
type Problem = { n: number; line: number; level: 'error' | 'warning'; code: string; value: string }
type Picture = { n: number; line: number; url: string; product: string; position: number }
type Done = Item & { title: string | null; variants: number; outcome: GoodsOutcome }
/** By name: attributes that nobody knows. */
type Unknown = Map<string, { line: number; rows: number }>
type Batch = { done: Done[]; problems: Problem[]; pictures: Picture[]; unknown: Unknown }
/** `goods` null: nothing of it could be read, and why stands among the problems. */
type Read = { item: Item; rows: SourceRow[]; goods: Goods | null; problems: Problem[] }

/**
 * The next products and everything said of them in one transaction: nothing twice. Answers from which on the next ones are
 * to be looked for, nought when there were none: those that are through are not walked over for every batch.
 */
export const takeBatch = (work: Work, take: TakeGoods, from = 1): Promise<number> =>
  transact(async (tx) => {
    await renewLease(tx, work)
    const { rows: items } = await tx.query<Item>(
      `select n, goods, line from goods_import_item where import_id = $1 and n >= $2 and outcome is null
        order by n limit ${TOGETHER}`,
      [work.id, from],
    )
    const rows = await rowsOf(tx, work, items)
    const read = items.map((item) => readItem(work, item, rows.get(item.goods) ?? []))
    const outcomes = await takeTogether(tx, work, take, read)
    const batch: Batch = { done: [], problems: [], pictures: [], unknown: new Map() }
    let alone = 0
    let left: Item | undefined
    for (const one of read) {
      const { goods } = one
      let outcome = goods && outcomes.get(goods)
      if (goods && !outcome) {
        if (++alone > ALONE) left ??= one.item
        if (alone > ALONE) continue
        outcome = await attempt(tx, work.dryRun, () => take.one(tx, goods))
      }
      keepItem(work, one, outcome ?? null, batch)
    }
    await keep(tx, work, batch)
    const last = items.at(-1)
    return left?.n ?? (last ? last.n + 1 : 0)
  })

async function rowsOf(tx: Tx, { id }: Work, items: readonly Item[]): Promise<Map<string, SourceRow[]>> {
  const { rows } = await tx.query<{ line: number; goods: string; cells: Record<string, string> }>(
    'select line, goods, cells from goods_import_row where import_id = $1 and goods = any($2) order by line',
    [id, items.map(({ goods }) => goods)],
  )
  const found = new Map<string, SourceRow[]>()
  for (const { line, goods, cells } of rows) {
    const row: SourceRow = { line, cells, ...(Object.keys(cells).length === 0 ? { broken: 'unreadable-row' } : {}) }
    const own = found.get(goods)
    if (own) own.push(row)
    else found.set(goods, [row])
  }
  return found
}

function readItem({ format, mapping, choices }: Work, item: Item, rows: SourceRow[]): Read {
  const problems: Problem[] = []
  const goods = readGoods(
    { key: item.goods, rows, format, mapping, choices },
    (line, code, value = '', level = 'error') =>
      problems.push({ n: item.n, line, level, code, value: value.slice(0, 200) }),
  )
  return { item, rows, goods, problems }
}

/** What needs no look of its own, by its goods. What the database does not take of it is taken one by one. */
async function takeTogether(tx: Tx, { dryRun }: Work, take: TakeGoods, read: readonly Read[]) {
  const all = read.flatMap(({ goods }) => (goods ? [goods] : []))
  await tx.query('savepoint together')
  const outcomes = await take.many(tx, all).catch((error: unknown) => {
    refusalOf(error)
    return null
  })
  await tx.query(dryRun || outcomes === null ? 'rollback to savepoint together' : 'release savepoint together')
  return new Map(all.flatMap((goods, at) => (outcomes?.[at] ? [[goods, outcomes[at]] as const] : [])))
}

function keepItem(work: Work, { item, rows, goods, problems }: Read, outcome: GoodsOutcome | null, batch: Batch): void {
  const { format, mapping, choices } = work
  batch.problems.push(...problems)
  const say = (line: number, level: Problem['level'], code: string, value: string) =>
    batch.problems.push({ n: item.n, line, level, code, value: value.slice(0, 200) })
  if (outcome?.kind === 'refused') say(goods?.line ?? item.line, 'error', outcome.code, outcome.value)
  else
    for (const warning of outcome?.warnings ?? [])
      if (warning.rows === undefined) say(warning.line, 'warning', warning.code, warning.value)
      // Goods with an error come again, and would be counted again.
      else if (!problems.some(({ level }) => level === 'error')) addUnknown(batch.unknown, warning)
  batch.done.push({
    ...item,
    title: goods ? (Object.values(goods.title)[0] ?? null) : null,
    variants: goods && outcome?.kind !== 'refused' ? goods.variants.length : 0,
    outcome: outcome ?? { kind: 'refused', code: '', value: '' },
  })
  if (!outcome || outcome.kind === 'refused' || work.dryRun || !choices.pictures) return
  const wanted = pictureAddresses(rows, format, mapping).filter(({ url }) => ownPicture(url) === null)
  for (const [position, { url, line }] of wanted.entries())
    batch.pictures.push({ n: item.n, line, url, product: outcome.productId, position })
}

function addUnknown(unknown: Unknown, { line, value, rows = 1 }: GoodsWarning): void {
  const known = unknown.get(value)
  unknown.set(value, { line: Math.min(line, known?.line ?? line), rows: rows + (known?.rows ?? 0) })
}

/** A dry run does everything and takes it back, so it cannot say anything else than the run itself. */
async function attempt(tx: Tx, dryRun: boolean, work: () => Promise<GoodsOutcome>): Promise<GoodsOutcome> {
  await tx.query('savepoint goods')
  const outcome = await work().catch(refusalOf)
  await tx.query(dryRun || outcome.kind === 'refused' ? 'rollback to savepoint goods' : 'release savepoint goods')
  return outcome
}

/** What the database does not take is the row's fault and costs that row; anything else is ours. */
function refusalOf(error: unknown): GoodsOutcome {
  const code = String((error as { code?: unknown }).code ?? '')
  if (!/^(22|23)/.test(code)) throw error
  return { kind: 'refused', code: code === '23505' ? 'sku-taken' : 'not-valid', value: '' }
}

const kept = (outcome: GoodsOutcome) =>
  outcome.kind === 'refused'
    ? { outcome: outcome.kind }
    : { outcome: outcome.kind, category: outcome.category, chosen: outcome.chosenBy, product: outcome.productId }

async function keepUnknown(tx: Tx, id: string, unknown: Unknown): Promise<void> {
  if (unknown.size === 0) return
  await tx.query(
    `insert into goods_import_problem as p (import_id, n, line, level, code, value, rows)
     select $1, 0, u.line, 'warning', 'attribute-unknown', u.value, u.rows
       from jsonb_to_recordset($2::jsonb) as u(value text, line int, rows int)
     on conflict (import_id, code, value) where n = 0
     do update set line = least(p.line, excluded.line), rows = p.rows + excluded.rows`,
    [id, JSON.stringify([...unknown].map(([value, told]) => ({ value, ...told })))],
  )
}

async function keep(tx: Tx, { id, dryRun }: Work, { done, problems, pictures, unknown }: Batch): Promise<void> {
  await tx.query(
    `update goods_import_item t set outcome = d.outcome, category = d.category, chosen_by = d.chosen, title = d.title,
            product_id = case when $3 then null else d.product end
       from jsonb_to_recordset($2::jsonb) as d(n int, outcome text, category text, chosen text, title text, product text)
      where t.import_id = $1 and t.n = d.n`,
    [id, JSON.stringify(done.map(({ n, title, outcome }) => ({ n, title, ...kept(outcome) }))), dryRun],
  )
  await tx.query(
    `insert into goods_import_problem (import_id, n, line, level, code, value)
     select $1, p.n, p.line, p.level, p.code, p.value
       from jsonb_to_recordset($2::jsonb) as p(n int, line int, level text, code text, value text)`,
    [id, JSON.stringify(problems)],
  )
  await keepUnknown(tx, id, unknown)
  await tx.query(
    `insert into goods_import_picture (import_id, product_id, position, n, line, url)
     select $1, p.product, p.position, p.n, p.line, p.url
       from jsonb_to_recordset($2::jsonb) as p(product text, position int, n int, line int, url text)
     on conflict (import_id, product_id, position) do nothing`,
    [id, JSON.stringify(pictures)],
  )
  const count = (kind: GoodsOutcome['kind']) => done.filter(({ outcome }) => outcome.kind === kind).length
  await tx.query(
    `update goods_import set done = done + $2, created = created + $3, updated = updated + $4,
            unchanged = unchanged + $5, refused = refused + $6, variants = variants + $7 where id = $1`,
    [
      id,
      done.length,
      count('created'),
      count('updated'),
      count('unchanged'),
      count('refused'),
      done.reduce((sum, { variants }) => sum + variants, 0),
    ],
  )
}
