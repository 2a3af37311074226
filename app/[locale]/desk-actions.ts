'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { outcomeOf } from '@/components/order/said'
import { requireOperator, requireSeller } from '@/lib/auth'
import { readSum } from '@/lib/format'
import { locales } from '@/lib/i18n'
import { approveReturn, receiveReturn, refundParcel, rejectReturn } from '@/lib/order'
import { receiveReturnSchema, rejectReturnSchema } from '@/lib/order/schema'
import { readItems } from './read-items'
import { readRefund } from './read-refund'

const deskSchema = z.object({
  locale: z.enum(locales),
  back: z
    .string()
    .max(400)
    .regex(/^\/(uz|ru|en)\/(seller|admin)(?=[/?]|$)[\w/?=&%.+-]*$/),
})

/** Both desks give money and goods back by the same commands, which ask who it is once more. */
async function enter(form: FormData) {
  const parsed = deskSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) notFound()
  const { locale, back } = parsed.data
  const asked = { locale, next: back }
  const actor = back.split('/')[2] === 'admin' ? await requireOperator(asked) : await requireSeller(asked)
  return { actor, back }
}

function goBack(back: string, outcome: string): never {
  const [path = '', query = ''] = back.split('?')
  const params = new URLSearchParams(query)
  params.set('outcome', outcome)
  redirect(`${path}?${params}`)
}

const given = (form: FormData, name: string) => String(form.get(name) ?? '').trim() || undefined

/** What was accepted at the inspection and what is withheld; the name of the problem where it cannot be read. */
function readInspection(form: FormData) {
  const deduction = readSum(given(form, 'deduction') ?? '0')
  const reason = given(form, 'reason')
  if (deduction === null) return 'bad-amount'
  if (deduction > 0 && reason === undefined) return 'bad-words'
  const read = receiveReturnSchema.safeParse({
    items: readItems(form, true),
    restock: form.has('restock'),
    delivery: form.has('delivery'),
    deduction: { amount: String(deduction), currency: 'UZS' },
    reason,
  })
  return read.success ? read.data : 'not-possible'
}

/** Approves, rejects or receives one return. */
export async function answerReturn(form: FormData): Promise<void> {
  const { actor, back } = await enter(form)
  const returnId = given(form, 'return') ?? ''
  const step = form.get('step')
  if (step === 'reject') {
    const read = rejectReturnSchema.safeParse({ reason: given(form, 'answer') })
    if (!read.success) goBack(back, 'bad-words')
    const rejected = await rejectReturn({ returnId, ...read.data }, actor)
    goBack(back, rejected.ok ? 'answered' : outcomeOf(rejected.code))
  }
  const inspection = step === 'receive' ? readInspection(form) : null
  if (typeof inspection === 'string') goBack(back, inspection)
  const answered =
    inspection === null
      ? await approveReturn({ returnId }, actor)
      : await receiveReturn({ returnId, ...inspection }, actor)
  goBack(back, answered.ok ? 'answered' : outcomeOf(answered.code))
}

/** Gives back what was calculated before; the same attempt twice is one refund. */
export async function giveBack(form: FormData): Promise<void> {
  const { actor, back } = await enter(form)
  const input = readRefund(form, given(form, 'parcel') ?? '')
  if (typeof input === 'string') goBack(back, input)
  const refunded = await refundParcel({ ...input, attempt: given(form, 'attempt') }, actor)
  goBack(back, refunded.ok ? 'refunded' : outcomeOf(refunded.code))
}
