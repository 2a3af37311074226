'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { outcomeOf } from '@/components/order/said'
import { requireOperator } from '@/lib/auth'
import { readSum } from '@/lib/format'
import { locales } from '@/lib/i18n'
import { money } from '@/lib/kernel/money'
import { resolveDispute } from '@/lib/order'
import { settleRefund } from '@/lib/payment'

const formSchema = z.object({
  locale: z.enum(locales),
  id: z.string().max(60),
  back: z
    .string()
    .max(400)
    .regex(/^\/(uz|ru|en)\/admin(?=[/?]|$)[\w/?=&%.+-]*$/),
})

async function enter(form: FormData) {
  const parsed = formSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) notFound()
  const { locale, id, back } = parsed.data
  return { id, back, actor: await requireOperator({ locale, next: back }) }
}

function goBack(back: string, outcome: string): never {
  const [path = '', query = ''] = back.split('?')
  const params = new URLSearchParams(query)
  params.set('outcome', outcome)
  redirect(`${path}?${params}`)
}

/** A person has given the money back by hand and says so. */
export async function markSettled(form: FormData): Promise<void> {
  const { id, back, actor } = await enter(form)
  const settled = await settleRefund(id, actor)
  if (settled.ok) goBack(back, 'settled')
  goBack(back, settled.code === 'refund-in-progress' ? 'inProgress' : outcomeOf(settled.code))
}

/** How much of the disputed amount the buyer gets. */
export async function decideDispute(form: FormData): Promise<void> {
  const { id, back, actor } = await enter(form)
  const sum = readSum(String(form.get('refund') ?? ''))
  if (sum === null) goBack(back, 'bad-amount')
  const comment =
    String(form.get('comment') ?? '')
      .trim()
      .slice(0, 500) || undefined
  const resolved = await resolveDispute({ disputeId: id, refund: money(sum, 'UZS'), comment }, actor)
  goBack(back, resolved.ok ? 'resolved' : outcomeOf(resolved.code))
}
