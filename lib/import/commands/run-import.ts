import type { ShopActor } from '@/lib/auth/schema'
import { openGoodsImport } from '@/lib/catalog'
import { sql, transact } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import { enqueue } from '@/lib/kernel/jobs'
import { log } from '@/lib/kernel/log'
import { Unreadable } from '../source/row'
import { fetchPictures } from './fetch-pictures'
import { giveLease, LeaseLost, renewLease, takeLease, type Work } from './lease'
import { readRows } from './read-rows'
import { takeBatch } from './take-batch'

// Well below the time after which the queue takes a job for dead.
const TURN = 45_000

type Turn = { until: number; progress?: (() => Promise<void>) | undefined }

const actorOf = ({ shopId }: Work): ShopActor => ({
  kind: 'shop',
  shopId: shopId as Id<'sho'>,
  keyId: 'import',
  scopes: [],
})

/** One turn; answers whether the import is at its end. */
async function workOn(work: Work, { until, progress }: Turn): Promise<boolean> {
  if (work.status === 'reading') await readRows(work)
  if (work.status !== 'pictures') {
    const rules = { category: work.choices.category, stock: work.choices.stock }
    const take = await openGoodsImport(sql, actorOf(work), rules)
    if (take === null) throw new Unreadable('unreadable-file')
    for (let from = 1; from > 0; ) {
      from = await takeBatch(work, take, from)
      await progress?.()
      if (from > 0 && performance.now() > until) return false
    }
    await moveTo(work, work.dryRun ? 'done' : 'pictures')
  }
  if (work.dryRun) return true
  if (!(await fetchPictures(work, actorOf(work), until))) return false
  await moveTo(work, 'done')
  return true
}

const moveTo = (work: Work, status: 'pictures' | 'done') =>
  transact(async (tx) => {
    await renewLease(tx, work)
    await tx.query(
      `update goods_import set status = $2, finished_at = case when $2 = 'done' then now() end where id = $1`,
      [work.id, status],
    )
  })

/** The file is at fault, not the day: nobody tries again. */
const giveUp = ({ id }: { id: string }, code: string, line: number | null) =>
  sql.query(
    `update goods_import set status = 'failed', failure = $2, failed_line = $3, finished_at = now(), lease = null,
            lease_until = null where id = $1`,
    [id, code, line],
  )

async function oneTurn(work: Work, turn: Turn): Promise<boolean> {
  try {
    return await workOn(work, turn)
  } catch (error) {
    if (error instanceof LeaseLost) return true
    if (!(error instanceof Unreadable)) throw error
    await giveUp(work, error.code, error.line)
    return true
  } finally {
    // A lease that is not given back runs out.
    await giveLease(work).catch(() => undefined)
  }
}

/** The job: as far as one turn reaches, then another job goes on, on whichever instance is free. */
export async function runImport({ id }: { id: string }): Promise<void> {
  const work = await takeLease(id)
  if (work === null) return
  const finished = await oneTurn(work, { until: performance.now() + TURN })
  if (!finished) await transact((tx) => enqueue(tx, 'run-import', `${id}:${work.turns}`, { id }))
}

/** Here and now, for the command line: until it is at its end or another has it. */
export async function runImportHere(id: string, progress?: () => Promise<void>): Promise<void> {
  const work = await takeLease(id)
  if (work === null) return
  if (!(await oneTurn(work, { until: Infinity, progress }))) await runImportHere(id, progress)
}

/** A sweep: imports whose worker is gone. One that never gets further is ended, so that it does not turn for ever. */
export async function resumeImports(): Promise<void> {
  const { rows } = await sql.query<{ id: string; turns: number; done: number; rows: number }>(
    `select id, turns, done, rows from goods_import
      where status in ('reading', 'running', 'pictures') and coalesce(lease_until, created_at) < now() limit 20`,
  )
  for (const { id, turns, done, rows: read } of rows) {
    if (turns > 50 + (done + read) / 20) {
      log.error({ importId: id, turns }, 'an import does not get further')
      await giveUp({ id }, 'internal-error', null)
    } else await transact((tx) => enqueue(tx, 'run-import', `${id}:${turns}`, { id }))
  }
}

/** A sweep: files and rows are kept for a month, what became of them for ever. */
export async function sweepImports(): Promise<void> {
  const old = `select id from goods_import where created_at < now() - interval '30 days'`
  for (const table of ['piece', 'row', 'item', 'problem', 'picture'])
    await sql.query(`delete from goods_import_${table} where import_id in (${old})`)
  await sql.query(`delete from goods_import where status = 'mapping' and created_at < now() - interval '30 days'`)
}
