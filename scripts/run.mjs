import { load } from './install.mjs'

await load('./run.ts')
