import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { filters, openEngine, schemaFiles } from './schema-engine'

// A new migration is the difference between the committed schema and the one in the folder:
//   node scripts/run.mjs new-migration <name>
const [name = 'change'] = process.argv.slice(2)
const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' })

const committed = (() => {
  try {
    return git('ls-tree', '--name-only', 'HEAD', 'prisma/schema/')
      .split('\n')
      .filter((file) => file.endsWith('.prisma'))
      .map((file) => ({ path: path.basename(file), content: git('show', `HEAD:${file}`) }))
  } catch {
    return []
  }
})()

const engine = await openEngine(process.env['DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:1/none')
const { stdout } = await engine.diff({
  from: committed.length ? { tag: 'schemaDatamodel', files: committed } : { tag: 'empty' },
  to: { tag: 'schemaDatamodel', files: schemaFiles() },
  script: true,
  shadowDatabaseUrl: null,
  exitCode: null,
  filters,
})
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = path.resolve('prisma/migrations', `${stamp}_${name.replace(/\W+/g, '_')}`)
fs.mkdirSync(folder, { recursive: true })
fs.writeFileSync(path.join(folder, 'migration.sql'), stdout ?? '')
console.log(path.relative('.', folder))
process.exit(0)
