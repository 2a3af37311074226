import fs from 'node:fs'
import { type ImportInput, importProducts } from '@/lib/catalog'
import { boot } from '@/lib/kernel/plugin'
import { plugins } from '@/lib/plugins'
import type { Flags } from './parse-flags'
import { UsageError } from './usage-error'

const refusals: Record<string, string> = {
  'not-found': 'There is no shop with that slug.',
  'unknown-currency': '--currency is USD or UZS.',
  'bad-rate': '--rate is how many soʻm one dollar is, such as 12650.',
  'unreadable-file': 'The file is no CSV.',
  'missing-columns': "The file has not the columns of Shopify's product CSV.",
  'unknown-category': 'There is no category with that slug.',
}

/** Exit code 1 when a row was refused, so that a script notices. */
export async function importGoods(flags: Flags): Promise<number> {
  const file = flags.need('file')
  if (!fs.existsSync(file)) throw new UsageError(`There is no file ${file}.`)
  boot(plugins)
  const input: ImportInput = {
    shop: flags.need('shop'),
    csv: fs.readFileSync(file, 'utf8'),
    currency: flags.need('currency').toUpperCase(),
    rate: flags.get('rate'),
    dryRun: flags.has('dry-run'),
    category: flags.get('category'),
  }
  const done = await importProducts(input)
  if (!done.ok) throw new UsageError(refusals[done.code] ?? done.code)
  const { created, updated, unchanged, variants, errors, dryRun } = done.value
  for (const error of errors) console.error(`line ${error.line}: ${JSON.stringify(error)}`)
  console.log(
    `${created} created, ${updated} updated, ${unchanged} unchanged, ${variants} variants, ${errors.length} refused`,
  )
  if (dryRun) console.log('Nothing was written: this was a dry run.')
  return errors.length > 0 ? 1 : 0
}
