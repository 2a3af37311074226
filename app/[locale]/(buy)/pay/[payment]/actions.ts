'use server'

import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { PayState } from '@/components/pay/pay-state'
import { locales } from '@/lib/i18n'
import { simulatePayment, simulations } from '@/lib/plugins/simulator'
import { keepState } from '../../kept-state'

const formSchema = z.object({
  payment: z.string().regex(/^pay_[0-9a-z]{1,60}$/),
  locale: z.enum(locales),
  ending: z.enum(simulations),
})

/** Plays the chosen ending against the real callback endpoints. A payment leads to the order, as a provider would. */
export async function submitPayment(_: PayState, form: FormData): Promise<PayState> {
  const parsed = formSchema.safeParse({
    payment: form.get('payment'),
    locale: form.get('locale'),
    ending: form.get('ending'),
  })
  if (!parsed.success) notFound()
  const { payment, locale, ending } = parsed.data
  const played = await simulatePayment(payment, ending)
  if (played === null) notFound()
  if (ending === 'pay') redirect(`/${locale}/orders/${played.number}`)
  refresh()
  return keepState('pay', { ending, calls: played.exchanges })
}
