import { pool } from '@/lib/kernel/db'
import { commands } from './bozor/commands'
import { parseFlags } from './bozor/parse-flags'
import { UsageError } from './bozor/usage-error'

// npm run --silent bozor -- <noun> <verb> [--flags]
const [noun = '', verb = '', ...rest] = process.argv.slice(2)

function usage(): string {
  const lines = Object.entries(commands).map(
    ([name, { flags, about }]) => `  ${`${name} ${flags}`.padEnd(76)} ${about}`,
  )
  return ['Usage: npm run --silent bozor -- <noun> <verb> [--flags]', '', ...lines.map((line) => line.trimEnd())].join(
    '\n',
  )
}

async function main(): Promise<number> {
  const command = commands[`${noun} ${verb}`]
  if (!command) {
    const known = Object.keys(commands).filter((name) => name.startsWith(`${noun} `))
    const asked = `${noun} ${verb}`.trim()
    if (known.length > 0) console.error(`✗ ${noun} cannot ${verb || '(nothing)'}: ${known.join(', ')}`)
    else if (asked && asked !== '--help') console.error(`✗ There is no ${asked}.`)
    console.error(usage())
    return asked === '--help' ? 0 : 2
  }
  return command.run(parseFlags(rest))
}

try {
  process.exitCode = await main()
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`✗ ${error.message}`)
    process.exitCode = 2
  } else {
    console.error(error)
    process.exitCode = 1
  }
}
await pool().end()
process.exit()
