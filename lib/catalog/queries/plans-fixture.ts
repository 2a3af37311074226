import pg from 'pg'
import { vi } from 'vitest'

/** `once`: it is planned for any parameters. */
type Statement = { text: string; params: unknown[]; careful: string[]; once: boolean }

const settingsIn = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([, name]) => `${name} = off`)

/** What the connection itself was opened with. */
const optionsOf = (client: unknown): string =>
  (client as { connectionParameters: { options?: string } }).connectionParameters.options ?? ''

/** The statements that some work sends, as they are sent; of a search with the care that it is sent with. */
async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const walking = new Map<unknown, string[]>()
  const sent: Statement[] = []
  const original = pg.Client.prototype.query as (this: unknown, ...given: unknown[]) => unknown
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: unknown, ...given: unknown[]) {
    const text = typeof given[0] === 'string' ? given[0] : (given[0] as { text?: string }).text
    if (text === 'commit' || text === 'rollback') walking.delete(this)
    else if (text?.includes('set_config(')) walking.set(this, settingsIn(/'(enable_\w+)', 'off'/g, text))
    else if (text !== undefined && /^\s*(select|with)/i.test(text))
      sent.push({
        text,
        params: Array.isArray(given[1]) ? given[1] : [],
        careful: [...settingsIn(/(enable_\w+)=off/g, optionsOf(this)), ...(walking.get(this) ?? [])],
        once: optionsOf(this).includes('force_generic_plan'),
      })
    return original.apply(this, given)
  } as never)
  await work()
  spy.mockRestore()
  return sent
}

/** The texts that some work sends, each once. */
export const textsOf = async (work: () => Promise<unknown>): Promise<Set<string>> =>
  new Set((await statementsOf(work)).map(({ text }) => text))

type Row = { 'QUERY PLAN': string }

async function planOf(
  pool: pg.Pool,
  { text, params, careful, once }: Statement,
  settings: readonly string[],
): Promise<string> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const setting of careful.length > 0 ? careful : settings) await client.query(`set local ${setting}`)
    const explained = once
      ? client.query<Row>(`explain (generic_plan) ${text}`)
      : client.query<Row>(`explain ${text}`, params)
    const { rows } = await explained
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** What the planner does for everything that some work asks. */
export async function plansOf(
  pool: pg.Pool,
  work: () => Promise<unknown>,
  settings: readonly string[] = [],
): Promise<string> {
  const plans: string[] = []
  for (const statement of await statementsOf(work)) plans.push(await planOf(pool, statement, settings))
  return plans.join('\n')
}
