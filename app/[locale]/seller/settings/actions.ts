'use server'

import { refresh } from 'next/cache'
import type { FormState } from '@/components/account/account-state'
import { requireSeller } from '@/lib/auth'
import { defaultLocale, isLocale } from '@/lib/i18n'
import { pixelText } from '@/lib/i18n/messages/pixel'
import { setShopPixels, shopPixelsSchema } from '@/lib/measure'
import { formTexts } from '../../(buy)/form-texts'
import { keepState } from '../../(buy)/kept-state'

/** Which counters of its own the shop has. */
export async function submitPixels(state: FormState, form: FormData): Promise<FormState> {
  const asked = form.get('locale')
  const locale = isLocale(asked) ? asked : defaultLocale
  const actor = await requireSeller({ locale, next: `/${locale}/seller/settings` })
  const t = pixelText[locale]
  const values = formTexts(form, 'pixel-')
  const answer = { tries: state.tries + 1, values, errors: {}, problem: null, done: null }
  const { ga4 = '', meta = '', metrica = '' } = values
  const read = shopPixelsSchema.safeParse({ ga4, meta, metrica })
  if (!read.success) {
    const errors = Object.fromEntries(read.error.issues.map(({ path }) => [String(path[0]), t.wrong]))
    return keepState('pixels', { ...answer, errors, problem: t.notSaved })
  }
  await setShopPixels(read.data, actor)
  refresh()
  return keepState('pixels', { ...answer, values: {}, done: t.saved })
}
