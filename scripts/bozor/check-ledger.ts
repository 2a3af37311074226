import { boot } from '@/lib/kernel/plugin'
import { checkLedger, explain, replayLedger } from '@/lib/ledger'
import { plugins } from '@/lib/plugins'
import type { Flags } from './parse-flags'
import { UsageError } from './usage-error'

/** Exit code 1 and the offenders by name where anything does not hold. */
export async function proveLedger(): Promise<number> {
  boot(plugins)
  const began = performance.now()
  const { entries, txns, checks, breaches } = await checkLedger((name, found) =>
    console.log(`${found === 0 ? '✓' : '✗'} ${name}${found === 0 ? '' : `: ${found}`}`),
  )
  for (const { check, offender, detail } of breaches) console.log(`  ${check}: ${offender}: ${detail}`)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const verdict = breaches.length === 0 ? 'The books are right' : `${breaches.length} breaches`
  console.log(`${verdict}: ${checks} checks over ${entries} entries in ${txns} transactions, ${seconds} s.`)
  return breaches.length === 0 ? 0 : 1
}

/** "Why this amount?" of a parcel or of one line of a shop's account. */
export async function explainLedger(flags: Flags): Promise<number> {
  const [parcelId, entry] = [flags.get('parcel'), flags.get('entry')]
  if (!parcelId && !/^\d{1,15}$/.test(entry ?? '')) throw new UsageError('Say --parcel <id> or --entry <number>.')
  const lines = await explain(parcelId ? { parcelId } : { entryId: Number(entry) }, { kind: 'system', id: 'bozor' })
  for (const line of lines) console.log(JSON.stringify(line))
  if (lines.length === 0) throw new UsageError('The books know nothing of it.')
  return 0
}

/** For a market that took money before it had books; where they are complete it changes nothing. */
export async function replayEvents(): Promise<number> {
  boot(plugins)
  const { events, posted } = await replayLedger()
  console.log(`${events} events about money were told again, ${posted} transactions were missing.`)
  return 0
}
