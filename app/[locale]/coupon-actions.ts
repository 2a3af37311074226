'use server'

import { refresh } from 'next/cache'
import type { FormState } from '@/components/account/account-state'
import { requireOperator, requireSeller } from '@/lib/auth'
import { defaultLocale, isLocale, type Locale } from '@/lib/i18n'
import { couponText } from '@/lib/i18n/messages/coupon'
import { acceptCoupon, createCoupon, endCoupon } from '@/lib/promotion'
import { formTexts } from './(buy)/form-texts'
import { keepState } from './(buy)/kept-state'
import { readCoupon } from './read-coupon'

/** Who speaks, from which desk, in which language. */
async function enter(form: FormData) {
  const asked = form.get('locale')
  const locale: Locale = isLocale(asked) ? asked : defaultLocale
  const desk = form.get('desk') === 'admin' ? 'admin' : 'seller'
  const next = `/${locale}/${desk}/coupons`
  const actor = desk === 'admin' ? await requireOperator({ locale, next }) : await requireSeller({ locale, next })
  return { locale, actor, ownShop: desk === 'seller' ? (actor.shopId ?? null) : null }
}

export async function submitCoupon(state: FormState, form: FormData): Promise<FormState> {
  const { locale, actor, ownShop } = await enter(form)
  const t = couponText[locale]
  const values = formTexts(form, 'coupon-')
  const answer = { ...state, tries: state.tries + 1, values, errors: {}, problem: null, done: null }
  const read = await readCoupon(values, ownShop)
  if (!read.ok) {
    const errors = Object.fromEntries(read.wrong.map((field) => [field, t.badField]))
    return keepState('coupon', { ...answer, errors, problem: t.bad })
  }
  const created = await createCoupon(read.input, actor)
  if (!created.ok) {
    const errors: FormState['errors'] = created.code === 'code-taken' ? { code: t['code-taken'] } : {}
    return keepState('coupon', { ...answer, errors, problem: t[created.code] })
  }
  refresh()
  return keepState('coupon', { ...answer, values: {}, done: t.saved })
}

const idOf = (form: FormData) => String(form.get('id') ?? '').slice(0, 60)

/** What is foreign or gone stays as it is; the page shows how it stands. */
export async function submitEnd(form: FormData): Promise<void> {
  const { actor } = await enter(form)
  await endCoupon(idOf(form), actor)
  refresh()
}

export async function submitAccept(form: FormData): Promise<void> {
  const { actor } = await enter(form)
  await acceptCoupon(idOf(form), actor)
  refresh()
}
