import { load } from './install.mjs'

await load('./start.ts')
