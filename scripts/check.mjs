import { load } from './install.mjs'

await load('./check.ts')
