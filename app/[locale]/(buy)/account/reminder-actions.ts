'use server'

import { refresh } from 'next/cache'
import type { FormState } from '@/components/account/account-state'
import { requireUser } from '@/lib/auth'
import { defaultLocale, isLocale } from '@/lib/i18n'
import { reminderText } from '@/lib/i18n/messages/reminder'
import { agreeToReminders, stopReminders } from '@/lib/reminder'
import { formTexts } from '../form-texts'
import { keepState } from '../kept-state'

async function enter(form: FormData) {
  const asked = form.get('locale')
  const locale = isLocale(asked) ? asked : defaultLocale
  return { locale, actor: await requireUser({ locale, next: `/${locale}/account` }) }
}

export async function submitReminders(state: FormState, form: FormData): Promise<FormState> {
  const { locale, actor } = await enter(form)
  const t = reminderText[locale]
  const values = formTexts(form, 'remind-')
  const answer = { ...state, tries: state.tries + 1, values, errors: {}, problem: null, done: null }
  const agreed = await agreeToReminders(values['email'] ?? '', locale, actor)
  if (!agreed.ok) return keepState('reminder', { ...answer, errors: { email: t.wrongEmail } })
  refresh()
  return keepState('reminder', { ...answer, values: {}, done: t.saved })
}

export async function submitStop(form: FormData): Promise<void> {
  const { actor } = await enter(form)
  await stopReminders(actor.id, 'account')
  refresh()
}
