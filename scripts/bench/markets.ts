import { createDatabase } from '../database'
import { migrate } from '../migrate'
import type { Postgres } from '../postgres'
import { run, typescript } from '../run-child'
import { StartError } from '../start-error'
import { measureCatalogue } from './catalogue'
import type { Figure } from './figure'

/** One market that grows from nothing: what a larger one costs more is seen beside the smaller one. */
export async function measureGrowing(server: Postgres, sizes: readonly number[]): Promise<Figure[]> {
  const url = await createDatabase(server, 'bozor_catalogue')
  await migrate(url)
  return measureCatalogue(url, sizes, async (products) => {
    const seed = [...typescript, 'scripts/seed.ts', '--products', String(products)]
    const { code, output } = await run(seed, { ...process.env, DATABASE_URL: url })
    if (code !== 0) throw new StartError(`The seed of ${products} products failed: ${output}`)
  })
}

/** Markets that are there already, as `npm run seed` leaves them: nothing is written into them. */
export async function measureFilled(urls: readonly string[]): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const url of urls) figures.push(...(await measureCatalogue(url, [null], async () => {})))
  return figures
}
