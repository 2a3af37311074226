'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { requireOperator } from '@/lib/auth'
import { readSum } from '@/lib/format'
import { locales } from '@/lib/i18n'
import { saveSchedule } from '@/lib/payout'
import { scheduleSchema } from '@/lib/payout/schema'

const formSchema = z.object({ locale: z.enum(locales), shop: z.string().min(1).max(120) })
const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

/** How one shop is paid from now on. Two digits behind the point are tiyin, and hundredths of a per cent. */
export async function submitTerms(form: FormData): Promise<void> {
  const parsed = formSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) notFound()
  const { locale, shop } = parsed.data
  const here = `/${locale}/admin/payouts/terms`
  const actor = await requireOperator({ locale, next: here })
  const days = text(form, 'days')
  const terms = scheduleSchema.safeParse({
    every: form.get('every'),
    minimum: readSum(text(form, 'minimum')),
    reserveBp: readSum(text(form, 'reserve')),
    reserveDays: /^\d{1,3}$/.test(days) ? Number(days) : null,
  })
  if (!terms.success) redirect(`${here}?outcome=wrong`)
  const saved = await saveSchedule(shop, terms.data, actor)
  if (!saved.ok) notFound()
  redirect(`${here}?outcome=saved`)
}
