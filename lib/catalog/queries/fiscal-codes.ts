import type { Tx } from '@/lib/kernel/db'

/** `ikpu`: 17 digits of the state's catalogue of goods. */
export type FiscalCodes = { ikpu: string }

/** By variant; one that has no code yet, or that is gone, is missing. */
export async function listFiscalCodes(tx: Tx, variantIds: readonly string[]): Promise<Map<string, FiscalCodes>> {
  const { rows } = await tx.query<{ id: string; ikpu: string }>(
    'select id, ikpu from variant where id = any($1) and ikpu is not null',
    [variantIds],
  )
  return new Map(rows.map(({ id, ikpu }) => [id, { ikpu }]))
}
