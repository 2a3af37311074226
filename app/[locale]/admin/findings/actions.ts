'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { requireOperator } from '@/lib/auth'
import { locales } from '@/lib/i18n'
import { seeFinding } from '@/lib/payment'
import { providerSchema } from '@/lib/payment/schema'

const formSchema = z.object({
  locale: z.enum(locales),
  provider: providerSchema,
  ref: z.string().min(1).max(300),
  kind: z.string().min(1).max(100),
  note: z.string().trim().max(500),
})

/** Somebody has looked at a finding and writes what came of it. */
export async function markSeen(form: FormData): Promise<void> {
  const parsed = formSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) notFound()
  const { locale, ...found } = parsed.data
  const here = `/${locale}/admin/findings`
  const actor = await requireOperator({ locale, next: here })
  if (found.note.length < 2) redirect(`${here}?outcome=bad-note`)
  const seen = await seeFinding(found, actor)
  if (!seen.ok) notFound()
  redirect(`${here}?outcome=seenNow`)
}
