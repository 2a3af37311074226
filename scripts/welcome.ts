import { demoLogins } from '../prisma/seed/demo-logins'

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
    for (const login of demoLogins) console.log(`  ${`Demo ${login.role}`.padEnd(14)}${login.phone}   ${login.password}   ${login.name}`)
  }
  console.log('\nCtrl-C stops everything. The data stays in .data/')
}
