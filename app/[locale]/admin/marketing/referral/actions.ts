'use server'

import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import type { FormState } from '@/components/account/account-state'
import { requireOperator } from '@/lib/auth'
import { readSum } from '@/lib/format'
import { isLocale } from '@/lib/i18n'
import { referralText } from '@/lib/i18n/messages/referral'
import { reviewReferral, saveTerms } from '@/lib/referral'
import { referralTermsSchema } from '@/lib/referral/schema'
import { formTexts } from '../../../(buy)/form-texts'
import { keepState } from '../../../(buy)/kept-state'

async function enter(form: FormData) {
  const locale = form.get('locale')
  if (!isLocale(locale)) notFound()
  return { locale, actor: await requireOperator({ locale, next: `/${locale}/admin/marketing/referral` }) }
}

const count = (text = '') => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN)

export async function submitTerms(state: FormState, form: FormData): Promise<FormState> {
  const { locale, actor } = await enter(form)
  const t = referralText[locale]
  const values = formTexts(form, 'terms-')
  const sum = (name: string) => readSum(values[name] ?? '') ?? Number.NaN
  const read = referralTermsSchema.safeParse({
    referrerAmount: sum('referrerAmount'),
    friendAmount: sum('friendAmount'),
    minOrder: sum('minOrder'),
    perDay: count(values['perDay']),
    waitDays: count(values['waitDays']),
    active: values['active'] === 'on',
  })
  const answer = { ...state, tries: state.tries + 1, values, errors: {}, problem: null, done: null }
  const saved = read.success ? await saveTerms(read.data, actor) : null
  if (saved?.ok !== true) return keepState('referral', { ...answer, problem: t.wrong })
  refresh()
  return keepState('referral', { ...answer, done: t.saved })
}

/** What was decided meanwhile stays as it is; the page shows how it stands. */
export async function submitReview(form: FormData): Promise<void> {
  const { actor } = await enter(form)
  const verdict = form.get('verdict') === 'allow' ? 'allow' : 'refuse'
  void (await reviewReferral(String(form.get('id') ?? '').slice(0, 60), verdict, actor))
  refresh()
}
