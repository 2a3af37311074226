'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { requireOperator } from '@/lib/auth'
import { locales } from '@/lib/i18n'
import { approvePayout, markPayoutPaid, proposePayouts, rejectPayout } from '@/lib/payout'

const localeSchema = z.object({ locale: z.enum(locales) })
const moveSchema = localeSchema.extend({
  id: z.string().max(60),
  step: z.enum(['approve', 'reject', 'paid']),
  reason: z.string().trim().max(500).default(''),
  back: z
    .string()
    .max(200)
    .regex(/^\/(uz|ru|en)\/admin\/payouts(\?status=[a-z]+)?$/),
})

const withOutcome = (back: string, outcome: Record<string, string>) =>
  `${back}${back.includes('?') ? '&' : '?'}${new URLSearchParams(outcome)}`

/** Everybody whose day has come; the one who presses is the one who cannot approve. */
export async function proposeAll(form: FormData): Promise<void> {
  const parsed = localeSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) notFound()
  const back = `/${parsed.data.locale}/admin/payouts`
  const actor = await requireOperator({ locale: parsed.data.locale, next: back })
  const run = await proposePayouts({}, actor)
  redirect(
    withOutcome(back, run.ok ? { outcome: 'ran', count: String(run.value.proposed.length) } : { outcome: run.code }),
  )
}

/** One step of one payout. */
export async function movePayout(form: FormData): Promise<void> {
  const parsed = moveSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) notFound()
  const { locale, back, id, step, reason } = parsed.data
  const actor = await requireOperator({ locale, next: back })
  const moved =
    step === 'approve'
      ? await approvePayout(id, actor)
      : step === 'paid'
        ? await markPayoutPaid(id, actor)
        : await rejectPayout(id, reason, actor)
  redirect(withOutcome(back, { outcome: moved.ok ? 'saved' : moved.code }))
}
