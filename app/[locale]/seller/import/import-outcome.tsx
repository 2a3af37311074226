import { Notice } from '@/components/seller/notice'
import type { Locale } from '@/lib/i18n'
import { importText } from '@/lib/i18n/messages/import'

export type Query = { [key: string]: string | string[] | undefined }

const told = [
  'file-too-large',
  'unreadable-file',
  'empty-file',
  'mapping-incomplete',
  'currency-needed',
  'bad-rate',
  'unknown-category',
  'wrong-status',
] as const

/** Why the last form did not begin anything. */
export function ImportOutcome({ query, locale }: { query: Query; locale: Locale }) {
  const code = told.find((one) => one === query['outcome'])
  const text = code ? importText[locale][code] : query['outcome'] ? importText[locale]['unreadable-file'] : null
  return text === null ? null : <Notice text={text} problem />
}
