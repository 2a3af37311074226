import { register } from 'node:module'

// dependency-cruiser reads TypeScript through the classic compiler's API, which TypeScript 7 no longer has:
// whoever asks for `typescript` in this process gets version 5.
const hook = `export const resolve = (name, context, next) =>
  next(/^typescript(\\/|$)/.test(name) ? name.replace('typescript', 'typescript-classic') : name, context)`
register(`data:text/javascript,${encodeURIComponent(hook)}`)

const { default: Module } = await import('node:module')
const resolve = Module._resolveFilename
Module._resolveFilename = (name, ...rest) =>
  resolve(/^typescript(\/|$)/.test(name) ? name.replace('typescript', 'typescript-classic') : name, ...rest)

process.argv.push('--config', '.dependency-cruiser.cjs', 'app', 'components', 'lib')
await import('../node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
