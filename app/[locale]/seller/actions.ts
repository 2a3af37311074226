'use server'

import { notFound } from 'next/navigation'
import { z } from 'zod'
import { outcomeOf } from '@/components/order/said'
import type { SellerActor } from '@/lib/auth/schema'
import { readSum } from '@/lib/format'
import { fail } from '@/lib/kernel/result'
import { cancelParcel, confirmParcel, deliverParcel, giveBackCash, packParcel, shipParcel } from '@/lib/order'
import { cancelParcelSchema, deliverParcelSchema, giveBackCashSchema, shipParcelSchema } from '@/lib/order/schema'
import { enterForm, goBack } from './enter-form'

const moveSchema = z.object({
  parcel: z.string().max(60),
  step: z.enum(['confirm', 'pack', 'ship', 'deliver', 'cancel']),
})

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
  const { actor, back } = await enterForm(form)
  const result = await takeStep(form, actor)
  if (result === null) goBack(back, 'missing')
  const told = ['wrong-code', 'too-many-tries']
  goBack(back, result.ok ? 'saved' : told.includes(result.code) ? result.code : 'failed')
}

/** The courier's cash has gone back to the buyer. */
export async function giveCash(form: FormData): Promise<void> {
  const { actor, back } = await enterForm(form)
  const sum = readSum(String(form.get('amount') ?? ''))
  if (!sum) goBack(back, 'bad-amount')
  const amount = { amount: String(sum), currency: 'UZS' }
  const given = giveBackCashSchema.safeParse({ refundId: form.get('refund'), amount, note: form.get('note') })
  if (!given.success) goBack(back, 'bad-words')
  const result = await giveBackCash(given.data, actor)
  goBack(back, result.ok ? 'gaveCash' : outcomeOf(result.code))
}
