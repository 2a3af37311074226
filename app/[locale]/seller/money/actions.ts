'use server'

import { refresh } from 'next/cache'
import type { FormState } from '@/components/account/account-state'
import { requireSeller } from '@/lib/auth'
import { defaultLocale, isLocale } from '@/lib/i18n'
import { moneyText } from '@/lib/i18n/messages/money'
import { saveDetails } from '@/lib/payout'
import { payoutDetailsSchema } from '@/lib/payout/schema'
import { formTexts } from '../../(buy)/form-texts'
import { keepState } from '../../(buy)/kept-state'

type Texts = (typeof moneyText)['uz']

/** The schema's messages are keys; a missing field has the message of its own. */
function sentence(message: string, field: string, t: Texts): string {
  const byKey: Record<string, string> = {
    holder: t.badHolder,
    tin: t.badTin,
    pinfl: t.badPinfl,
    taxId: t.badTaxId,
    account: t.badAccount,
    mfo: t.badMfo,
    bank: t.badBank,
    vatCode: t.badVatCode,
  }
  return byKey[message] ?? byKey[field] ?? t.badDetails
}

/** Bank details of the seller's own shop. */
export async function submitBankDetails(state: FormState, form: FormData): Promise<FormState> {
  const asked = form.get('locale')
  const locale = isLocale(asked) ? asked : defaultLocale
  const actor = await requireSeller({ locale, next: `/${locale}/seller/money` })
  const t = moneyText[locale]
  const values = formTexts(form, 'bank-')
  const read = payoutDetailsSchema.safeParse(values)
  const answer = { ...state, tries: state.tries + 1, values, errors: {}, problem: null, done: null }
  if (!read.success) {
    const errors = Object.fromEntries(
      read.error.issues.map(({ path, message }) => [String(path[0]), sentence(message, String(path[0]), t)]),
    )
    return keepState('bank', { ...answer, errors, problem: t.badDetails })
  }
  const saved = await saveDetails(read.data, actor)
  if (!saved.ok) return keepState('bank', { ...answer, problem: t.forbidden })
  refresh()
  return keepState('bank', { ...answer, values: {}, done: t.savedDetails })
}
