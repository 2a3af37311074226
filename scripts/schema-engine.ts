import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

export type SchemaFile = { path: string; content: string }
type Filters = { externalTables: string[]; externalEnums: string[] }
type Engine = {
  applyMigrations(input: object): Promise<{ appliedMigrationNames: string[] }>
  diff(input: object): Promise<{ stdout: string | null }>
}

export const filters: Filters = { externalTables: [], externalEnums: [] }

export const schemaFiles = (dir = path.resolve('prisma/schema')): SchemaFile[] =>
  fs
    .readdirSync(dir)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: name, content: fs.readFileSync(path.join(dir, name), 'utf8') }))

/** Prisma's schema engine in WebAssembly: its binary is a download that not every machine may make. */
export async function openEngine(connectionString: string): Promise<Engine> {
  const bg = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as {
    __wbg_set_wasm(exports: WebAssembly.Exports): void
    SchemaEngine: { new: (input: object, log: () => void, adapter: unknown) => Promise<Engine> }
  }
  const dir = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const module = new WebAssembly.Module(fs.readFileSync(path.join(dir, 'schema_engine_bg.wasm')))
  const instance = new WebAssembly.Instance(module, {
    './schema_engine_bg.js': bg as unknown as WebAssembly.ModuleImports,
  })
  bg.__wbg_set_wasm(instance.exports)
  ;(instance.exports['__wbindgen_start'] as () => void)()
  const datamodels = schemaFiles().map(({ path: name, content }) => [name, content])
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString }))
  return bg.SchemaEngine.new({ datamodels }, () => {}, adapter)
}
