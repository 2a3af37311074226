'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'
import type { FormState } from '@/components/account/account-state'
import {
  currentDevice,
  forgetGuestCart,
  guestCartToken,
  keepSession,
  register,
  signIn,
  takeSavedToken,
} from '@/lib/auth'
import { registerSchema, signInSchema } from '@/lib/auth/schema'
import { mergeCart } from '@/lib/cart'
import { defaultLocale, isLocale, type Locale } from '@/lib/i18n'
import { accountText } from '@/lib/i18n/messages/account'
import type { Id } from '@/lib/kernel/id'
import { mergeSaved } from '@/lib/wishlist'
import { fieldErrors, formTexts } from '../form-texts'
import { keepState } from '../kept-state'
import { safeNext } from './safe-next'

type Opened = { sid: string; userId: Id<'usr'> }

const localeOf = (form: FormData): Locale => {
  const value = form.get('locale')
  return isLocale(value) ? value : defaultLocale
}

/** The cookie of the session, the guest's cart and hearts into the person's, and back to where they came from. */
async function enter({ sid, userId }: Opened, form: FormData): Promise<never> {
  await keepSession(sid)
  const token = await guestCartToken()
  if (token !== undefined) {
    await mergeCart(token, userId)
    await forgetGuestCart()
  }
  const saved = await takeSavedToken()
  if (saved !== undefined) await mergeSaved(saved, userId)
  redirect(safeNext(form.get('next'), `/${localeOf(form)}/account`))
}

const refused = (state: FormState, values: Record<string, string>, problem: string): FormState => ({
  ...state,
  tries: state.tries + 1,
  values,
  errors: {},
  problem,
})

const wrongFields = (
  state: FormState,
  values: Record<string, string>,
  error: z.ZodError,
  locale: Locale,
): FormState => ({
  ...refused(state, values, ''),
  problem: null,
  errors: fieldErrors(error, locale),
})

export async function submitSignIn(state: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form)
  const { password = '', ...values } = formTexts(form, 'in-')
  const input = signInSchema.safeParse({ ...values, password })
  if (!input.success) return keepState('sign-in', wrongFields(state, values, input.error, locale))
  const opened = await signIn(input.data, await currentDevice())
  if (!opened.ok) return keepState('sign-in', refused(state, values, accountText[locale][opened.code]))
  return enter(opened.value, form)
}

export async function submitRegister(state: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form)
  const { password = '', ...values } = formTexts(form, 'up-')
  const input = registerSchema.safeParse({ ...values, password })
  if (!input.success) return keepState('register', wrongFields(state, values, input.error, locale))
  const opened = await register(input.data, await currentDevice())
  if (!opened.ok) return keepState('register', refused(state, values, accountText[locale][opened.code]))
  return enter(opened.value, form)
}
