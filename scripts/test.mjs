import { load } from './install.mjs'

await load('./test.ts')
