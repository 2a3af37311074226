import type { ShopActor } from '@/lib/auth/schema'
import { openGoodsImport, type TakeGoods } from '@/lib/catalog'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { takeLease } from './commands/lease'
import { readRows } from './commands/read-rows'
import { takeBatch } from './commands/take-batch'
import { createImport, getImport, listItems, listProblems, runImportHere, startImport } from './index'
import { choicesSchema } from './schema'

const shopActor: ShopActor = { kind: 'shop', shopId: 'sho_a', keyId: 'key_test', scopes: [] }

export async function* piece(bytes: Uint8Array | string): AsyncGenerator<Uint8Array> {
  yield typeof bytes === 'string' ? Buffer.from(bytes) : bytes
}

export const choose = (given: object = {}) => choicesSchema.parse({ pictures: false, ...given })

export async function upload(bytes: Uint8Array | string, given: object = {}, start: object = {}) {
  const made = must(await createImport({ fileName: 'goods', bytes: piece(bytes) }, shopActor))
  must(await startImport(made.id, { dryRun: false, choices: choose(given), here: true, ...start }, shopActor))
  return made.id
}

export async function run(bytes: Uint8Array | string, given: object = {}, start: object = {}) {
  const id = await upload(bytes, given, start)
  await runImportHere(id)
  return read(id)
}

export async function read(id: string) {
  const found = await getImport(id, shopActor)
  if (!found) throw new Error('gone')
  return found
}

/** Goods as they are taken one by one: nothing is said of many. */
export const alone = (open: TakeGoods): TakeGoods => ({ ...open, many: async (_, goods) => goods.map(() => null) })

export async function take(
  text: string,
  change: (take: TakeGoods) => TakeGoods,
  rules: { stock: 'keep' | 'set' } = { stock: 'keep' },
) {
  const id = await upload(text, { currency: 'UZS' })
  const work = await takeLease(id)
  const open = await openGoodsImport(sql, shopActor, rules)
  if (!work || !open) throw new Error('no work')
  await readRows(work)
  while ((await takeBatch(work, change(open))) > 0);
  return id
}

export const told = async (id: string, mark: string) => ({
  items: (await listItems(id, shopActor, 500)).map(({ line, outcome, category, chosenBy }) => [
    line,
    outcome,
    category,
    chosenBy,
  ]),
  problems: (await listProblems(id, shopActor)).map((one) => ({
    ...one,
    value: one.value.replaceAll(mark, '').replace(/\d{13}/, ''),
  })),
})
