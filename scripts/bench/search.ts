import pg from 'pg'
import { type Figure, figure, percentile } from './figure'

const words = [
  'choynak',
  'adras',
  'gilam',
  'чайник',
  'ковёр',
  'plate',
  'knife',
  'telefon',
  'koʻylak',
  'quritilgan',
  'chaynik',
  'attlas',
]
const rounds = 20

/** Search through REST, beside the shortest query that the same database answers over one connection. */
export async function measureSearch(base: string, url: string): Promise<Figure[]> {
  const ours = await timed(async (word) => {
    const answer = await fetch(`${base}/api/v1/products?q=${encodeURIComponent(word)}&limit=24`)
    await answer.text()
    if (!answer.ok) throw new Error(`search answered ${answer.status}`)
  })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const bare = await timed(
    async (word) => void (await client.query('select slug from product where slug = $1', [word])),
  )
  await client.end()
  return [
    figure('search, p50', percentile(ours, 0.5), 'ms', percentile(bare, 0.5)),
    figure('search, p99', percentile(ours, 0.99), 'ms', percentile(bare, 0.99)),
  ]
}

async function timed(work: (word: string) => Promise<void>): Promise<number[]> {
  for (const word of words) await work(word)
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const word of words) {
      const began = performance.now()
      await work(word)
      times.push(performance.now() - began)
    }
  }
  return times.sort((left, right) => left - right)
}
