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
const misspelt = ['choinak', 'adrass', 'gilaam', 'чайнк', 'smratfon', 'pichoqi', 'quloqchn', 'kitobb']
const begun = ['choy', 'gil', 'чай', 'smar', 'kito', 'rjd', 'adr', 'pich']
const rounds = 20

/** Search through REST, beside the shortest query that the same database answers over one connection. */
export async function measureSearch(base: string, url: string): Promise<Figure[]> {
  const ask = async (address: string) => {
    const answer = await fetch(`${base}/api/v1/${address}`)
    await answer.text()
    if (!answer.ok) throw new Error(`search answered ${answer.status}`)
  }
  const products = (word: string) => ask(`products?q=${encodeURIComponent(word)}&limit=24`)
  const whole = await timed(words, products)
  const typos = await timed(misspelt, products)
  const suggested = await timed(begun, (word) => ask(`suggest?q=${encodeURIComponent(word)}`))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const bare = await timed(
    words,
    async (word) => void (await client.query('select slug from product where slug = $1', [word])),
  )
  await client.end()
  const pair = (name: string, times: number[]) => [
    figure(`${name}, p50`, percentile(times, 0.5), 'ms', percentile(bare, 0.5)),
    figure(`${name}, p99`, percentile(times, 0.99), 'ms', percentile(bare, 0.99)),
  ]
  return [...pair('search', whole), ...pair('search, one letter wrong', typos), ...pair('suggest', suggested)]
}

async function timed(asked: readonly string[], work: (word: string) => Promise<void>): Promise<number[]> {
  for (const word of asked) await work(word)
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const word of asked) {
      const began = performance.now()
      await work(word)
      times.push(performance.now() - began)
    }
  }
  return times.sort((left, right) => left - right)
}
