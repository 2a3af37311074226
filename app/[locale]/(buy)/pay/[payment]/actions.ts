'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { locales } from '@/lib/i18n'
import { simulatePayment, simulations } from '@/lib/plugins/simulator'

const formSchema = z.object({
  payment: z.string().regex(/^pay_[0-9a-z]{1,60}$/),
  locale: z.enum(locales),
  ending: z.enum(simulations),
})

/** Plays the chosen ending against the real callback endpoint, then shows the order as a provider would. */
export async function submitPayment(form: FormData): Promise<void> {
  const parsed = formSchema.safeParse({
    payment: form.get('payment'),
    locale: form.get('locale'),
    ending: form.get('ending'),
  })
  if (!parsed.success) notFound()
  const { payment, locale, ending } = parsed.data
  const number = await simulatePayment(payment, ending)
  if (number === null) notFound()
  redirect(`/${locale}/orders/${number}`)
}
