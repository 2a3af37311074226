import { writeFile } from 'node:fs/promises'
import { formatMoney } from '@/lib/format'
import {
  approvePayout,
  exportPayouts,
  listPayouts,
  markPayoutPaid,
  proposePayouts,
  rejectPayout,
  saveSchedule,
} from '@/lib/payout'
import { scheduleSchema } from '@/lib/payout/schema'
import { basisPoints } from './basis-points'
import { operator } from './commission'
import { findPerson } from './find-person'
import type { Flags } from './parse-flags'
import { tiyin } from './tiyin'
import { UsageError } from './usage-error'

const refusals: Record<string, string> = {
  'not-found': 'There is no such payout or shop.',
  forbidden: 'Only the market handles payouts.',
  'second-person': 'Whoever proposed a payout cannot approve it: --by names a second person.',
  'wrong-status': 'The payout is not in the status that this step begins from.',
  'details-changed': 'The shop has changed its bank details: reject the payout and propose it again.',
  'nothing-approved': 'No payout is approved.',
}

const refuse = (code: string, detail?: object) =>
  new UsageError(`${refusals[code] ?? code}${detail ? ` ${JSON.stringify(detail)}` : ''}`)

const by = async (flags: Flags) => (flags.get('by') ? findPerson(flags.need('by')) : operator)

export async function runPayouts(flags: Flags): Promise<number> {
  const dryRun = flags.has('dry-run')
  const run = await proposePayouts({ shop: flags.get('shop'), dryRun }, await by(flags))
  if (!run.ok) throw refuse(run.code)
  for (const { shop, payoutId, amount, debt } of run.value.proposed)
    console.log(`+ ${shop}  ${formatMoney(amount, 'en')}  (debt ${formatMoney(debt, 'en')})  ${payoutId ?? 'dry run'}`)
  for (const { shop, reason, payable, debt } of run.value.skipped)
    console.log(`- ${shop}  ${reason}  payable ${formatMoney(payable, 'en')}, debt ${formatMoney(debt, 'en')}`)
  console.log(`${run.value.proposed.length} ${dryRun ? 'would be proposed' : 'proposed'}.`)
  return 0
}

export async function setSchedule(flags: Flags): Promise<number> {
  const read = scheduleSchema.safeParse({
    every: flags.need('every'),
    minimum: tiyin(flags.get('minimum') ?? '100000', 'minimum'),
    reserveBp: basisPoints(flags.get('reserve') ?? '0'),
    reserveDays: Number(flags.get('days') ?? '0'),
  })
  if (!read.success)
    throw new UsageError(read.error.issues.map(({ path, message }) => `--${path}: ${message}`).join('\n'))
  const saved = await saveSchedule(flags.need('shop'), read.data, operator)
  if (!saved.ok) throw refuse(saved.code)
  console.log(`${flags.need('shop')} is paid ${read.data.every}.`)
  return 0
}

type Moved = Awaited<ReturnType<typeof approvePayout>>

function tell(moved: Moved): number {
  if (!moved.ok) throw refuse(moved.code, moved.detail)
  console.log(`${moved.value.id} is ${moved.value.status}.`)
  return 0
}

export const approve = async (flags: Flags) =>
  tell(await approvePayout(flags.need('id'), await findPerson(flags.need('by'))))

export const reject = async (flags: Flags) =>
  tell(await rejectPayout(flags.need('id'), flags.need('reason'), await by(flags)))

export const markPaid = async (flags: Flags) => tell(await markPayoutPaid(flags.need('id'), await by(flags)))

export async function exportFile(flags: Flags): Promise<number> {
  const [id, path] = [flags.get('id'), flags.need('file')]
  const made = await exportPayouts(id ? [id] : undefined, await by(flags))
  if (!made.ok) throw refuse(made.code, made.detail)
  await writeFile(path, made.value.file)
  console.log(`${made.value.ids.length} payouts in ${path}.`)
  return 0
}

export async function listAll(): Promise<number> {
  const { items } = await listPayouts(operator, { limit: 100 })
  for (const { id, shop, period, status, amount } of items)
    console.log(
      `${id}  ${status.padEnd(9)} ${period.padEnd(20)} ${formatMoney(amount, 'en').padStart(20)}  ${shop.slug}`,
    )
  return 0
}
