'use server'

import { notFound, redirect } from 'next/navigation'
import { requireOperator } from '@/lib/auth'
import { readSum } from '@/lib/format'
import { isLocale } from '@/lib/i18n'
import { saveCampaign } from '@/lib/visit'
import { campaignSchema } from '@/lib/visit/schema'

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

/** What a campaign costs; the same campaign from the same day is corrected. */
export async function submitCampaign(form: FormData): Promise<void> {
  const locale = form.get('locale')
  if (!isLocale(locale)) notFound()
  const here = `/${locale}/admin/marketing`
  const actor = await requireOperator({ locale, next: here })
  const input = campaignSchema.safeParse({
    name: text(form, 'name'),
    source: text(form, 'source'),
    campaign: text(form, 'campaign'),
    cost: readSum(text(form, 'cost')),
    startsOn: text(form, 'startsOn'),
    endsOn: text(form, 'endsOn') || null,
  })
  if (!input.success) redirect(`${here}?outcome=wrong`)
  const saved = await saveCampaign(input.data, actor)
  if (!saved.ok) notFound()
  redirect(`${here}?outcome=saved`)
}
