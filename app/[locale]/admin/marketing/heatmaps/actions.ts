'use server'

import { notFound, redirect } from 'next/navigation'
import { requireOperator } from '@/lib/auth'
import { setHeatShare } from '@/lib/heatmap'
import { isLocale } from '@/lib/i18n'

/** How many looks are counted. */
export async function submitHeatShare(form: FormData): Promise<void> {
  const locale = form.get('locale')
  if (!isLocale(locale)) notFound()
  const here = `/${locale}/admin/marketing/heatmaps`
  const actor = await requireOperator({ locale, next: here })
  const share = String(form.get('share') ?? '').trim()
  const set = await setHeatShare(share === '' ? Number.NaN : Number(share), actor)
  if (!set.ok && set.code === 'forbidden') notFound()
  redirect(`${here}?outcome=${set.ok ? 'saved' : 'wrong'}`)
}
