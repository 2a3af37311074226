import type { ShopActor } from '@/lib/auth/schema'
import { must } from '@/lib/kernel/result'
import { createImport, getImport, runImportHere, startImport } from './index'
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
