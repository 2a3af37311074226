import type { Actor } from '@/lib/auth/schema'
import { fill, type Locale } from '@/lib/i18n'
import { problemText } from '@/lib/i18n/messages/import'
import { sql } from '@/lib/kernel/db'
import { csvLine } from '../goods/guard-cell'
import { failureColumns } from '../schema'
import { getImport } from './get-import'

type Row = { line: number; cells: Record<string, string>; problems: { code: string; value: string }[] | null }

type Told = { code: string; value: string; rows?: number }

/** What a problem says to people; a code that nobody has written is told as itself. */
export function tellProblem({ code, value, rows = 1 }: Told, locale: Locale): string {
  const texts: Record<string, string | undefined> = problemText[locale]
  return fill(texts[code] ?? `${code}: {value}`, { value, rows })
}

const page = `
  with wrong as (select distinct n from goods_import_problem where import_id = $1 and level = 'error')
  select r.line, r.cells, (select jsonb_agg(jsonb_build_object('code', p.code, 'value', p.value) order by p.id)
                             from goods_import_problem p
                            where p.import_id = $1 and p.n = t.n and p.line = r.line and p.level = 'error') as problems
    from goods_import_row r
    join goods_import_item t on t.import_id = r.import_id and t.goods = r.goods
   where r.import_id = $1 and t.n in (select n from wrong) and r.line > $2
   order by r.line limit 500`

/**
 * The rows of every product of which something was refused, in the file's own columns with what is wrong behind them:
 * put right, the file can be imported as it is. Null: no such import.
 */
export async function failedRows(id: string, actor: Actor, locale: Locale): Promise<AsyncGenerator<string> | null> {
  const found = await getImport(id, actor)
  if (found === null) return null
  const { rows: extra } = await sql.query<{ name: string }>(
    `select distinct key as name from goods_import_row r, jsonb_object_keys(r.cells) as key
      where $2 and r.import_id = $1 and key like 'param:%' order by 1 limit 100`,
    [id, found.format === 'yml'],
  )
  const all = [...new Set([...found.source.columns, ...extra.map(({ name }) => name)])]
  const columns = all.filter((name) => !failureColumns.includes(name))
  return lines(id, columns, locale)
}

async function* lines(id: string, columns: readonly string[], locale: Locale): AsyncGenerator<string> {
  yield `\ufeff${csvLine([...columns, ...failureColumns])}`
  for (let after = 0; ; ) {
    const { rows } = await sql.query<Row>(page, [id, after])
    const text = rows.map(({ line, cells, problems }) => {
      const errors = (problems ?? []).map((problem) => tellProblem(problem, locale))
      return csvLine([...columns.map((name) => cells[name] ?? ''), String(line), errors.join('; ')])
    })
    if (rows.length > 0) yield text.join('')
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.line
  }
}
