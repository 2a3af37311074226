import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const skipped = new Set(['node_modules', 'generated', 'seed'])

/** One number for the contents of files and folders: it changes when any of them does. Tests do not count. */
export function hashFiles(names: string[], salt = ''): string {
  const hash = createHash('sha256').update(salt)
  for (const name of names) for (const file of filesIn(name)) hash.update(`\n${file}\n`).update(fs.readFileSync(file))
  return hash.digest('hex')
}

function filesIn(name: string): string[] {
  const stat = fs.statSync(name, { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return /\.test\.tsx?$/.test(name) ? [] : [name]
  const entries = fs.readdirSync(name).filter((entry) => !skipped.has(entry))
  return entries.sort().flatMap((entry) => filesIn(path.join(name, entry)))
}
