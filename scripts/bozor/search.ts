import type { SystemActor } from '@/lib/auth/schema'
import { rebuildSearch } from '@/lib/catalog'
import {
  addSynonyms,
  flushSearches,
  listMissedSearches,
  listRules,
  listSynonyms,
  removeSynonyms,
  setRule,
} from '@/lib/search'
import type { Flags } from './parse-flags'
import { UsageError } from './usage-error'

const actor: SystemActor = { kind: 'system', id: 'command line' }
const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

/** Searches go on meanwhile. */
export async function rebuild(): Promise<number> {
  const began = performance.now()
  const { products, changed, orphans } = await rebuildSearch((done) => {
    if (done % 10_000 === 0) console.log(`${done} products`)
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(
    `${products} products in ${seconds} s: ${changed} documents were otherwise, ${orphans} belonged to nothing.`,
  )
  return 0
}

export async function setSynonyms(flags: Flags): Promise<number> {
  const remove = flags.get('remove')
  if (remove !== undefined) {
    const removed = await removeSynonyms(remove, actor)
    if (!removed.ok) throw new UsageError(`There is no line ${remove}.`)
  }
  const add = flags.get('add')
  if (add !== undefined) {
    const added = await addSynonyms(list(add), actor)
    if (!added.ok) throw new UsageError('A line has two to twenty words or phrases, with commas between them.')
  }
  for (const { id, terms } of await listSynonyms(actor)) console.log(`${id}  ${terms.join(', ')}`)
  return 0
}

const refusals: Record<string, string> = {
  'empty-query': 'The query has no words.',
  'bad-redirect': 'A redirect is a path below the locale, such as /c/choynaklar.',
  'unknown-product': 'One of the products is not there: --pin takes slugs.',
}

export async function ruleQuery(flags: Flags): Promise<number> {
  const query = flags.get('query')
  if (query !== undefined) {
    const set = await setRule({ query, redirect: flags.get('redirect') ?? null, pins: list(flags.get('pin')) }, actor)
    if (!set.ok) throw new UsageError(refusals[set.code] ?? set.code)
  }
  for (const rule of await listRules(actor))
    console.log(`${rule.query}  ${rule.redirect === null ? rule.pins.join(', ') : `→ ${rule.redirect}`}`)
  return 0
}

export async function missed(): Promise<number> {
  await flushSearches()
  for (const { times, locale, query, last } of await listMissedSearches(actor))
    console.log(`${String(times).padStart(6)}  ${locale}  ${query}  (${last})`)
  return 0
}
