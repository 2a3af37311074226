import { uploadRefusals } from '@/lib/files/schema'
import type { Locale } from '@/lib/i18n'
import { orderText } from '@/lib/i18n/messages/order'
import { picturesText } from '@/lib/i18n/messages/pictures'
import { refundText } from '@/lib/i18n/messages/refund'

export type Said = { text: string; problem: boolean }

const good = ['didCancel', 'didReceive', 'didReturn', 'didDispute', 'answered', 'refunded', 'gaveCash'] as const
const bad = [
  'return-too-late',
  'return-too-large',
  'dispute-too-late',
  'nothing-chosen',
  'bad-amount',
  'bad-words',
  'refund-too-large',
  'nothing-to-refund',
  'deduction-too-large',
  'wrong-code',
  'too-many-tries',
  'wrong-amount',
  'refund-in-progress',
  'not-possible',
] as const

const photoProblems = [...uploadRefusals, 'too-many-pictures'] as const

/** What the last press led to, from the address: a refusal without words of its own has changed its ground meanwhile. */
export function saidOf(outcome: unknown, locale: Locale): Said | null {
  const t = refundText[locale]
  const done = good.find((one) => one === outcome)
  if (done !== undefined) return { text: t[done], problem: false }
  const problem = bad.find((one) => one === outcome)
  if (problem !== undefined) return { text: t[problem], problem: true }
  const upload = photoProblems.find((one) => one === outcome)
  if (upload !== undefined) return { text: picturesText[locale][upload], problem: true }
  return outcome === 'already-shipped' ? { text: orderText[locale].cancelFailed, problem: true } : null
}

const known: readonly string[] = [...bad, ...photoProblems, 'already-shipped']

/** The refusal as it is told in the address. */
export const outcomeOf = (code: string): string => (known.includes(code) ? code : 'not-possible')
