import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { requireSeller } from '@/lib/auth'
import type { SellerActor } from '@/lib/auth/schema'
import { locales } from '@/lib/i18n'

const backSchema = z.object({
  locale: z.enum(locales),
  back: z
    .string()
    .max(1_200)
    .regex(/^\/(uz|ru|en)\/seller(?=[/?]|$)[\w/?=&%.+-]*$/),
})

/** Who posts a form of the desk, and the page that it stands on. */
export async function enterForm(form: FormData): Promise<{ actor: SellerActor; back: string }> {
  const parsed = backSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) notFound()
  const { locale, back } = parsed.data
  return { actor: await requireSeller({ locale, next: back }), back }
}

/** The same page again with what happened; the outcome is in the address, so it works without a script. */
export function goBack(back: string, outcome: string, told: Record<string, string> = {}): never {
  const [path = '', query = ''] = back.split('?')
  const params = new URLSearchParams(query)
  for (const [name, value] of Object.entries({ outcome, ...told })) params.set(name, value)
  redirect(`${path}?${params}`)
}
