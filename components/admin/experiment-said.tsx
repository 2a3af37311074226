import { Notice } from '@/components/seller/notice'
import type { Locale } from '@/lib/i18n'
import { experimentText } from '@/lib/i18n/messages/experiment'

const good = ['saved', 'startedNow', 'endedNow', 'settled', 'dropped', 'widened'] as const
const bad = [
  'wrong',
  'experiment-exists',
  'place-busy',
  'control-changed',
  'wrong-status',
  'unknown-option',
  'share-must-grow',
  'other-options',
] as const

/** What the last form of these pages did. */
export function ExperimentSaid({ outcome, locale }: { outcome: string | undefined; locale: Locale }) {
  const said = [...good, ...bad].find((one) => one === outcome)
  if (said === undefined) return null
  return <Notice text={experimentText[locale][said]} problem={bad.some((one) => one === said)} />
}
