'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { outcomeOf } from '@/components/order/said'
import { requireSeller } from '@/lib/auth'
import type { SellerActor } from '@/lib/auth/schema'
import { putStock } from '@/lib/catalog'
import { stockInputSchema } from '@/lib/catalog/schema'
import { readSum } from '@/lib/format'
import { locales } from '@/lib/i18n'
import { fail } from '@/lib/kernel/result'
import { cancelParcel, confirmParcel, deliverParcel, giveBackCash, packParcel, shipParcel } from '@/lib/order'
import { cancelParcelSchema, deliverParcelSchema, giveBackCashSchema, shipParcelSchema } from '@/lib/order/schema'

const backSchema = z.object({
  locale: z.enum(locales),
  back: z
    .string()
    .max(400)
    .regex(/^\/(uz|ru|en)\/seller(?=[/?]|$)[\w/?=&%.+-]*$/),
})
const moveSchema = z.object({
  parcel: z.string().max(60),
  step: z.enum(['confirm', 'pack', 'ship', 'deliver', 'cancel']),
})

/** The same page again with what happened; the outcome is in the address, so it works without a script. */
function goBack(back: string, outcome: string): never {
  const [path = '', query = ''] = back.split('?')
  const params = new URLSearchParams(query)
  params.set('outcome', outcome)
  redirect(`${path}?${params}`)
}

async function enter(form: FormData): Promise<{ actor: SellerActor; back: string }> {
  const parsed = backSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) notFound()
  const { locale, back } = parsed.data
  return { actor: await requireSeller({ locale, next: back }), back }
}

function takeStep(form: FormData, actor: SellerActor) {
  const parsed = moveSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) notFound()
  const { parcel: parcelId, step } = parsed.data
  if (step === 'confirm') return confirmParcel({ parcelId }, actor)
  if (step === 'pack') return packParcel({ parcelId }, actor)
  if (step === 'deliver') {
    const code = deliverParcelSchema.safeParse({ code: form.get('code') || undefined })
    return code.success ? deliverParcel({ parcelId, ...code.data }, actor) : fail('wrong-code')
  }
  if (step === 'cancel') {
    const words = cancelParcelSchema.safeParse({ reason: form.get('reason') || undefined })
    return cancelParcel({ parcelId, ...(words.success && words.data) }, actor)
  }
  const shipped = shipParcelSchema.safeParse({
    carrier: form.get('carrier') || undefined,
    tracking: form.get('tracking') || undefined,
  })
  return shipped.success ? shipParcel({ parcelId, ...shipped.data }, actor) : null
}

/** Confirm, pack, ship, deliver or cancel one parcel of the seller's shop. */
export async function moveParcel(form: FormData): Promise<void> {
  const { actor, back } = await enter(form)
  const result = await takeStep(form, actor)
  if (result === null) goBack(back, 'missing')
  const told = ['wrong-code', 'too-many-tries']
  goBack(back, result.ok ? 'saved' : told.includes(result.code) ? result.code : 'failed')
}

/** The courier's cash has gone back to the buyer. */
export async function giveCash(form: FormData): Promise<void> {
  const { actor, back } = await enter(form)
  const sum = readSum(String(form.get('amount') ?? ''))
  if (!sum) goBack(back, 'bad-amount')
  const amount = { amount: String(sum), currency: 'UZS' }
  const given = giveBackCashSchema.safeParse({ refundId: form.get('refund'), amount, note: form.get('note') })
  if (!given.success) goBack(back, 'bad-words')
  const result = await giveBackCash(given.data, actor)
  goBack(back, result.ok ? 'gaveCash' : outcomeOf(result.code))
}

/** The sellable quantity of one variant. */
export async function saveStock(form: FormData): Promise<void> {
  const { actor, back } = await enter(form)
  const text = String(form.get('quantity') ?? '')
  const lines = stockInputSchema.safeParse([{ sku: form.get('sku'), quantity: /^\d+$/.test(text) ? Number(text) : -1 }])
  if (!lines.success) goBack(back, 'bad-stock')
  const result = await putStock(lines.data, actor)
  goBack(back, result.ok ? 'saved' : 'failed')
}
