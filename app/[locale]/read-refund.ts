import { readSum } from '@/lib/format'
import { type RefundParcelInput, refundParcelSchema } from '@/lib/order/schema'
import { readItems } from './read-items'

const texts = (form: FormData | URLSearchParams, name: string) => String(form.get(name) ?? '').trim()

function asked(form: FormData | URLSearchParams) {
  const how = texts(form, 'how')
  if (how === 'items') return { items: readItems(form), delivery: form.has('delivery') }
  const sum = readSum(texts(form, 'amount'))
  return how === 'amount' ? { amount: { amount: String(sum), currency: 'UZS' } } : { all: true }
}

/** The refund that a form asks for; the same fields are calculated first and sent afterwards. */
export function readRefund(
  form: FormData | URLSearchParams,
  parcelId: string,
): RefundParcelInput | 'nothing-chosen' | 'bad-amount' {
  const reason = texts(form, 'words') || texts(form, 'reason') || 'other'
  const read = refundParcelSchema.safeParse({ parcelId, ...asked(form), reason })
  if (read.success) return read.data
  return texts(form, 'how') === 'items' ? 'nothing-chosen' : 'bad-amount'
}
