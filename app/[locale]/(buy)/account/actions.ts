'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/components/account/account-state'
import { removeAddress, saveAddress } from '@/lib/address'
import { addressSchema } from '@/lib/address/schema'
import { changePassword, currentDevice, keepSession, renameUser, requireUser, signOut } from '@/lib/auth'
import { passwordSchema } from '@/lib/auth/schema'
import { defaultLocale, isLocale, type Locale } from '@/lib/i18n'
import { accountText } from '@/lib/i18n/messages/account'
import { formTexts } from '../form-texts'
import { keepState } from '../kept-state'

const localeOf = (form: FormData): Locale => {
  const value = form.get('locale')
  return isLocale(value) ? value : defaultLocale
}

const entering = (form: FormData) => {
  const locale = localeOf(form)
  return requireUser({ locale, next: `/${locale}/account` })
}

export async function leave(form: FormData): Promise<void> {
  await signOut()
  redirect(`/${localeOf(form)}`)
}

export async function submitProfile(state: FormState, form: FormData): Promise<FormState> {
  const actor = await entering(form)
  const t = accountText[localeOf(form)]
  const values = formTexts(form, 'me-')
  const name = z.string().trim().min(1).max(120).safeParse(values['name'])
  const next = { ...state, tries: state.tries + 1, values, errors: {}, done: null }
  if (!name.success) return keepState('profile', { ...next, errors: { name: t.nameError } })
  await renameUser(name.data, actor)
  refresh()
  return keepState('profile', { ...next, done: t.saved })
}

export async function submitPassword(state: FormState, form: FormData): Promise<FormState> {
  const actor = await entering(form)
  const t = accountText[localeOf(form)]
  const { current = '', next = '' } = formTexts(form, 'pw-')
  const answer = { ...state, tries: state.tries + 1, values: {}, errors: {}, problem: null, done: null }
  const checked = passwordSchema.safeParse(next)
  if (!checked.success) return keepState('password', { ...answer, errors: { next: t.passwordShort } })
  if (next.includes(actor.phone.slice(-9)))
    return keepState('password', { ...answer, errors: { next: t.passwordPhone } })
  const changed = await changePassword({ current, next }, actor, await currentDevice())
  if (!changed.ok) return keepState('password', { ...answer, problem: t[changed.code] })
  await keepSession(changed.value.sid)
  return keepState('password', { ...answer, done: t.passwordChanged })
}

/** The district says the region, so that the two cannot disagree without a script. */
export async function submitAddress(state: FormState, form: FormData): Promise<FormState> {
  const actor = await entering(form)
  const t = accountText[localeOf(form)]
  const values = formTexts(form, '')
  const { district = '', street = '', landmark = '' } = values
  const read = addressSchema.safeParse({ region: district.slice(0, 4), district, street, landmark })
  const answer = { ...state, tries: state.tries + 1, values, errors: {}, problem: null, done: null }
  const saved = read.success ? await saveAddress(read.data, actor) : null
  if (saved?.ok !== true) return keepState('address', { ...answer, problem: t.addressError })
  refresh()
  return keepState('address', { ...answer, values: {}, done: t.saved })
}

export async function deleteAddress(form: FormData): Promise<void> {
  const actor = await entering(form)
  void (await removeAddress(String(form.get('id') ?? ''), actor))
  refresh()
}
