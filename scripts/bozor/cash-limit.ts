import { formatMoney } from '@/lib/format'
import { money } from '@/lib/kernel/money'
import { listCashLimits, setCashLimit } from '@/lib/payment'
import { operator } from './commission'
import type { Flags } from './parse-flags'
import { tiyin } from './tiyin'
import { UsageError } from './usage-error'

const shown = (minor: number) => formatMoney(money(minor, 'UZS'), 'en')

export async function setLimit(flags: Flags): Promise<number> {
  const region = flags.has('default') ? 0 : Number(flags.need('region'))
  if (!Number.isSafeInteger(region) || region < 0) throw new UsageError('--region takes a SOATO code, e.g. 1726.')
  const off = flags.has('off')
  const most = off ? 0 : (tiyin(flags.need('most'), 'most') ?? 0)
  const mostFirst = off ? 0 : (tiyin(flags.get('first'), 'first') ?? most)
  const set = await setCashLimit(region, { allowed: !off, most, mostFirst }, operator)
  if (!set.ok) throw new UsageError('--first is above --most.')
  return listLimits()
}

export async function listLimits(): Promise<number> {
  for (const { region, allowed, most, mostFirst } of await listCashLimits()) {
    const where = region === 0 ? 'everywhere else' : `region ${region}`
    console.log(`${where.padEnd(16)} ${allowed ? `${shown(most)}, a first order ${shown(mostFirst)}` : 'no cash'}`)
  }
  return 0
}
