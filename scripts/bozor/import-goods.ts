import fs from 'node:fs'
import { importProducts } from '@/lib/catalog'
import { boot } from '@/lib/kernel/plugin'
import { plugins } from '@/lib/plugins'
import type { Flags } from './parse-flags'
import { UsageError } from './usage-error'

export async function importGoods(flags: Flags): Promise<number> {
  const file = flags.need('file')
  if (!fs.existsSync(file)) throw new UsageError(`There is no file ${file}.`)
  const rate = Number(flags.get('rate') ?? '1')
  if (!(rate > 0)) throw new UsageError('--rate is how many soʻm one unit of the currency is, such as 12650.')
  boot(plugins)
  const shop = flags.need('shop')
  const csv = fs.readFileSync(file, 'utf8')
  const done = await importProducts({ shop, csv, currency: flags.need('currency'), rate, dryRun: flags.has('dry-run') })
  if (!done.ok) throw new UsageError(`There is no shop ${shop}.`)
  return 0
}
