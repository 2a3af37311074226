import type { Money } from '@/lib/kernel/money'
import { boot } from '@/lib/kernel/plugin'
import { listAlarms, listFindings, reconcilePayments } from '@/lib/payment'
import { plugins } from '@/lib/plugins'
import type { Flags } from './parse-flags'
import { UsageError } from './usage-error'

const providers = ['payme', 'click', 'stripe'] as const
const isProvider = (name: string): name is (typeof providers)[number] => providers.some((one) => one === name)

type Told = {
  provider: string
  ref: string
  kind: string
  outcome: string
  orderNumber?: string | null | undefined
  amount?: Money | null | undefined
}

const line = ({ provider, ref, kind, outcome, orderNumber, amount }: Told) =>
  [
    provider.padEnd(7),
    kind.padEnd(20),
    outcome.padEnd(9),
    (orderNumber ?? '').padEnd(12),
    amount ? `${amount.amount} ${amount.currency === 'UZS' ? 'tiyin' : 'cents'}` : '',
    ref,
  ].join('  ')

/** Asks the providers now about everything that waits, not only about what is due. */
export async function reconcileNow(flags: Flags): Promise<number> {
  const provider = flags.get('provider')
  if (provider !== undefined && !isProvider(provider)) throw new UsageError(`--provider is ${providers.join(', ')}.`)
  boot(plugins)
  const findings = await reconcilePayments({ everything: true, ...(provider ? { provider } : {}) })
  for (const finding of findings) console.log(line(finding))
  const open = findings.filter(({ outcome }) => outcome === 'person').length
  console.log(`${findings.length} differences, ${open} of them for a person.`)
  return 0
}

/** What an operator must look at: findings of the reconciler, and events that came again with another payload. */
export async function listPaymentFindings(): Promise<number> {
  const [findings, alarms] = await Promise.all([listFindings(), listAlarms()])
  for (const finding of findings) console.log(`${finding.lastAt}  ${line(finding)}`)
  for (const { receivedAt, provider, eventKey, ip } of alarms) {
    console.log(`${receivedAt}  ${provider.padEnd(7)}  other payload         alarm      ${eventKey}  from ${ip}`)
  }
  console.log(`${findings.length} findings, ${alarms.length} alarms.`)
  return 0
}
