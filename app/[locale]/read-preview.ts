import 'server-only'
import { outcomeOf } from '@/components/order/said'
import type { RefundFields } from '@/components/seller/refund-desk'
import type { Actor } from '@/lib/auth/schema'
import { previewRefund } from '@/lib/order'
import { readRefund } from './read-refund'

const fields = ['how', 'delivery', 'amount', 'reason', 'words']

/** The refund that the address asks about, and nothing else of it. */
export const chosenIn = (query: { [key: string]: string | string[] | undefined }): RefundFields =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      typeof value === 'string' && value.length <= 500 && (fields.includes(name) || name.startsWith('item-'))
        ? [[name, value]]
        : [],
    ),
  )

/** Its consequence; the name of the problem where it has none, null where nothing was asked yet. */
export async function readPreview(chosen: RefundFields, parcelId: string, actor: Actor) {
  if (chosen['how'] === undefined) return null
  const input = readRefund(new URLSearchParams(chosen), parcelId)
  if (typeof input === 'string') return input
  const preview = await previewRefund(input, actor)
  return preview.ok ? preview.value : outcomeOf(preview.code)
}
