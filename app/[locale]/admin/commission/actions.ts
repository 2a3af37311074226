'use server'

import { refresh } from 'next/cache'
import type { FormState } from '@/components/account/account-state'
import { requireOperator } from '@/lib/auth'
import { defaultLocale, isLocale } from '@/lib/i18n'
import { moneyText } from '@/lib/i18n/messages/money'
import { setCommission } from '@/lib/seller'
import { formTexts } from '../../(buy)/form-texts'
import { keepState } from '../../(buy)/kept-state'

type Texts = (typeof moneyText)['uz']

/** Digits, not floating point: `12,5` → 1250 hundredths. Undefined: empty. Null: no such number. */
function hundredths(text: string | undefined): number | undefined | null {
  const clean = (text ?? '').replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  if (clean === '') return undefined
  const parts = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(clean)
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : null
}

/** The midnight of that day in Tashkent. */
function midnight(text: string | undefined): string | undefined | null {
  if (!text) return undefined
  const time = new Date(`${text}T00:00:00+05:00`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time.getTime()) ? time.toISOString() : null
}

function readRule(values: Record<string, string>, t: Texts) {
  const bp = hundredths(values['percent'])
  const [fixed, min, max] = ['fixed', 'min', 'max'].map((name) => hundredths(values[name]))
  const [from, to] = ['from', 'to'].map((name) => midnight(values[name]))
  const wrong: [string, boolean, string][] = [
    ['percent', bp == null || bp > 10_000, t.badPercent],
    ['fixed', fixed === null, t.badAmount],
    ['min', min === null, t.badAmount],
    ['max', max === null, t.badAmount],
    ['from', from === null, t.badDate],
    ['to', to === null, t.badDate],
  ]
  const errors = Object.fromEntries(wrong.flatMap(([field, bad, text]) => (bad ? [[field, text]] : [])))
  const rule = {
    bp: bp ?? 0,
    fixed: fixed ?? undefined,
    min: min ?? undefined,
    max: max ?? undefined,
    from: from ?? undefined,
    to: to ?? undefined,
    shop: values['shop']?.trim() || undefined,
    category: values['category']?.trim() || undefined,
  }
  return { rule, errors }
}

const fieldOf: Record<string, string> = {
  'unknown-shop': 'shop',
  'unknown-category': 'category',
  'wrong-period': 'to',
  'wrong-range': 'min',
}

/** A new version of a rule. */
export async function submitRule(state: FormState, form: FormData): Promise<FormState> {
  const asked = form.get('locale')
  const locale = isLocale(asked) ? asked : defaultLocale
  const actor = await requireOperator({ locale, next: `/${locale}/admin/commission` })
  const t = moneyText[locale]
  const values = formTexts(form, 'rule-')
  const answer = { ...state, tries: state.tries + 1, values, errors: {}, problem: null, done: null }
  const { rule, errors } = readRule(values, t)
  if (Object.keys(errors).length > 0) return keepState('commission', { ...answer, errors, problem: t.badRule })
  const set = await setCommission(rule, actor)
  if (!set.ok) {
    const field = fieldOf[set.code]
    const wrong = field === undefined ? {} : { [field]: t[set.code] }
    return keepState('commission', { ...answer, errors: wrong, problem: field === undefined ? t[set.code] : t.badRule })
  }
  refresh()
  return keepState('commission', { ...answer, values: {}, done: t.savedRule })
}
