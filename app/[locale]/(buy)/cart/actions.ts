'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { currentActor } from '@/lib/auth'
import { removeItem, setQuantity } from '@/lib/cart'
import { quantitySchema } from '@/lib/cart/schema'

const itemSchema = z.object({ itemId: z.string().min(1).max(64) })
const changeSchema = itemSchema.extend({ quantity: z.coerce.number().pipe(quantitySchema) })

/** A line that is gone or a closed cart needs no words: the page that comes back shows what is there. */
export async function changeQuantity(form: FormData): Promise<void> {
  const input = changeSchema.safeParse({ itemId: form.get('itemId'), quantity: form.get('quantity') })
  if (input.success) void (await setQuantity(await currentActor(), input.data.itemId, input.data.quantity))
  refresh()
}

export async function removeFromCart(form: FormData): Promise<void> {
  const input = itemSchema.safeParse({ itemId: form.get('itemId') })
  if (input.success) void (await removeItem(await currentActor(), input.data.itemId))
  refresh()
}
