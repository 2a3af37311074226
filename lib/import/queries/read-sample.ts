import type { Actor } from '@/lib/auth/schema'
import { rowsOf } from '../source/open-source'
import { Unreadable } from '../source/row'
import { getImport } from './get-import'

/** The first row that says something, to tell columns by what is in them; empty where there is none. */
export async function readSample(id: string, actor: Actor): Promise<Record<string, string>> {
  const found = await getImport(id, actor)
  if (found === null) return {}
  try {
    for await (const { cells, broken } of rowsOf(id, found.source)) if (!broken) return cells
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
  }
  return {}
}
