import fs from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ShopActor } from '@/lib/auth/schema'
import {
  createImport,
  exportGoodsCsv,
  exportGoodsXlsx,
  failedRows,
  getImport,
  listItems,
  listProblems,
  runImportHere,
  startImport,
  tellProblem,
} from '@/lib/import'
import { choicesSchema, type Format, formats, type GoodsImport } from '@/lib/import/schema'
import { boot } from '@/lib/kernel/plugin'
import { plugins } from '@/lib/plugins'
import { getShop } from '@/lib/seller'
import type { Flags } from './parse-flags'
import { UsageError } from './usage-error'

const refusals: Record<string, string> = {
  'file-too-large': 'The file is larger than 64 MB.',
  'unreadable-file': 'The file is no CSV, XLSX or YML.',
  'empty-file': 'The file is empty.',
  'mapping-incomplete': 'The file has no columns for a title and a price: map them on the import page of the desk.',
  'currency-needed': '--currency is missing: prices are never guessed. UZS, or another one with --rate.',
  'bad-rate': '--rate is how many soʻm one of the currency is, such as 12650.',
  'unknown-category': 'There is no category with that slug.',
}

async function shopOf(flags: Flags): Promise<ShopActor> {
  const shop = await getShop(flags.need('shop'))
  if (shop === null) throw new UsageError('There is no shop with that slug.')
  return { kind: 'shop', shopId: shop.id, keyId: 'command line', scopes: [] }
}

function formatOf(flags: Flags): Format | undefined {
  const given = flags.get('format')
  if (given === undefined) return undefined
  const format = formats.find((one) => one === given)
  if (format === undefined) throw new UsageError(`--format is one of ${formats.join(', ')}.`)
  return format
}

function choicesOf(flags: Flags) {
  const parsed = choicesSchema.safeParse({
    currency: flags.get('currency')?.toUpperCase(),
    rate: flags.get('rate'),
    category: flags.get('category'),
    locale: flags.get('locale'),
    stock: flags.get('stock'),
    pictures: !flags.has('no-pictures'),
  })
  if (parsed.success) return parsed.data
  throw new UsageError(parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n  '))
}

/** A line that is written over where somebody looks, and left out of a log. */
async function showProgress(id: string, actor: ShopActor): Promise<void> {
  if (!process.stderr.isTTY) return
  const now = await getImport(id, actor)
  if (now) process.stderr.write(`\r  ${now.done} of ${now.total} products`)
}

async function report(done: GoodsImport, actor: ShopActor, flags: Flags): Promise<void> {
  for (const problem of await listProblems(done.id, actor, 1_000))
    console.error(`line ${problem.line}: ${problem.level} ${problem.code}: ${tellProblem(problem, 'en')}`)
  if (done.dryRun)
    for (const { line, title, outcome, category, chosenBy } of await listItems(done.id, actor, 200))
      if (chosenBy) console.log(`line ${line}: ${title ?? ''} → ${category ?? '?'} (by ${chosenBy}), ${outcome}`)
  const file = flags.get('failed')
  const rows = file && done.errors > 0 ? await failedRows(done.id, actor, 'en') : null
  if (file && rows) {
    await pipeline(Readable.from(rows), fs.createWriteStream(file))
    console.log(`Rows to put right are in ${file}.`)
  }
}

const fail = (code: string) => new UsageError(refusals[code] ?? code)

/** Exit code 1 when a row was refused, so that a script notices. */
export async function importGoods(flags: Flags): Promise<number> {
  const file = flags.need('file')
  if (!fs.existsSync(file)) throw new UsageError(`There is no file ${file}.`)
  boot(plugins)
  const actor = await shopOf(flags)
  const [format, choices] = [formatOf(flags), choicesOf(flags)]
  const made = await createImport({ fileName: file, bytes: fs.createReadStream(file), format }, actor)
  if (!made.ok) throw fail(made.code)
  const { id } = made.value
  const started = await startImport(id, { dryRun: flags.has('dry-run'), choices, here: true }, actor)
  if (!started.ok) throw fail(started.code)
  await runImportHere(id, () => showProgress(id, actor))
  const done = await getImport(id, actor)
  if (done === null) throw new Error('The import is gone')
  if (process.stderr.isTTY) process.stderr.write('\n')
  if (done.status === 'failed') throw fail(`${refusals[done.failure ?? ''] ?? done.failure} (line ${done.failedLine})`)
  await report(done, actor, flags)
  const { created, updated, unchanged, refused, variants, errors, warnings } = done
  console.log(
    `${created} created, ${updated} updated, ${unchanged} unchanged, ${refused} refused; ${variants} variants, ` +
      `${errors} errors, ${warnings} warnings (${done.format}, ${done.source.kind}, ${done.source.encoding}).`,
  )
  if (done.dryRun) console.log('Nothing was written: this was a dry run.')
  return errors > 0 ? 1 : 0
}

/** `--file` says the format by its ending; `-` is CSV on standard output. */
export async function exportGoods(flags: Flags): Promise<number> {
  const file = flags.need('file')
  const actor = await shopOf(flags)
  if (file.endsWith('.xlsx')) {
    const bytes = await exportGoodsXlsx(actor)
    if (bytes === null) throw new UsageError('More than 20,000 rows: name the file .csv.')
    fs.writeFileSync(file, bytes)
  } else {
    const out = file === '-' ? process.stdout : fs.createWriteStream(file)
    await pipeline(Readable.from(exportGoodsCsv(actor)), out, { end: file !== '-' })
  }
  if (file !== '-') console.log(`The goods are in ${file}.`)
  return 0
}
