'use server'

import { notFound, redirect } from 'next/navigation'
import { requireOperator } from '@/lib/auth'
import { reviewProduct } from '@/lib/catalog'
import { isLocale } from '@/lib/i18n'

/** Shows goods to buyers, or asks their seller for something. */
export async function submitVerdict(form: FormData): Promise<void> {
  const locale = form.get('locale')
  if (!isLocale(locale)) notFound()
  const here = `/${locale}/admin/review`
  const actor = await requireOperator({ locale, next: here })
  const productId = String(form.get('id') ?? '')
  const words = String(form.get('words') ?? '')
  const approve = form.get('verdict') === 'approve'
  const done = await reviewProduct(approve ? { productId, approve } : { productId, approve, words }, actor)
  redirect(`${here}?outcome=${done.ok ? 'done' : done.code === 'words-needed' ? 'words' : 'failed'}`)
}
