'use server'

import { refresh } from 'next/cache'
import { requireUser } from '@/lib/auth'
import { defaultLocale, isLocale } from '@/lib/i18n'
import { openLink } from '@/lib/referral'
import { keepDevice } from '../../referral-cookie'

/** The person's own link, made when it is asked for. */
export async function submitLink(form: FormData): Promise<void> {
  const asked = form.get('locale')
  const locale = isLocale(asked) ? asked : defaultLocale
  const actor = await requireUser({ locale, next: `/${locale}/account/rewards` })
  await openLink(actor, await keepDevice())
  refresh()
}
