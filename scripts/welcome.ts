import { demoLogins, demoPassword } from '../prisma/seed/demo-logins'

/** The addresses to open and, in the demo, who to sign in as. */
export async function welcome(url: string, demo: boolean): Promise<void> {
  const rows = [
    ['Shop', `${url}/uz`],
    ['Seller desk', `${url}/uz/seller`],
    ['REST API', `${url}/api/v1/docs`],
  ]
  console.log('')
  for (const [name = '', value = ''] of rows) console.log(`  ${name.padEnd(14)}${value}`)
  if (demo) {
    console.log('')
    for (const { role, phone, name, shop } of shown()) {
      console.log(`  ${`Demo ${role}`.padEnd(14)}${phone}   ${demoPassword}   ${name}${shop ? ` (${shop})` : ''}`)
    }
  }
  console.log('\nCtrl-C stops everything. The data stays in .data/')
}

/** Two sellers are enough to see a payment split; the others sign in the same way. */
function shown() {
  const sellers = demoLogins.filter(({ role }) => role === 'seller').slice(0, 2)
  return [...sellers, ...demoLogins.filter(({ role }) => role !== 'seller')]
}
