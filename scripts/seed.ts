import { parseArgs } from 'node:util'
import { drawRemaining } from '@/prisma/seed/pictures'
import { seedMarket } from '@/prisma/seed/seed-market'

const { values } = parseArgs({
  options: { products: { type: 'string', default: '600' }, 'all-pictures': { type: 'boolean', default: false } },
})
const products = Number(values.products)
if (!Number.isSafeInteger(products) || products < 1 || products > 5_000_000) {
  console.error('--products takes a whole number from 1 to 5000000, e.g. npm run seed -- --products 600')
  process.exit(2)
}
const began = performance.now()
const log = (line: string) => console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${line}`)
const { added } = await seedMarket({ products, log })
log(added === 0 ? 'the market was there already' : `the market is open: ${added} products added`)
if (values['all-pictures'])
  await drawRemaining((done, total) => (done % 50 === 0 ? log(`more pictures ${done} of ${total}`) : undefined))
