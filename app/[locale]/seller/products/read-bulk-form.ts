import { type BulkWish, bulkWishSchema } from '@/lib/catalog/schema'

/** `5`, `12,5` or `3 %` to basis points; null when it is no percent. */
export function readPercent(text: string): number | null {
  const parts = /^(\d{1,3})(?:[.,](\d{1,2}))?%?$/.exec(text.replace(/[\s\u00a0\u202f]/g, ''))
  return parts === null ? null : Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
}

export type BadWish = 'bad-percent' | 'bad-stock' | 'bad-category' | 'failed'

/** What the pressed button asks for, or the field that is wrong. */
export function readWish(form: FormData): BulkWish | BadWish {
  const said = (name: string) => String(form.get(name) ?? '').trim()
  const kind = said('kind')
  const percent = readPercent(said('percent'))
  const sign = said('direction') === 'up' ? 1 : -1
  const wishes: Record<string, object> = {
    price: { basisPoints: percent === null ? null : sign * percent, strike: form.get('strike') !== null },
    stock: { quantity: /^\d{1,7}$/.test(said('pieces')) ? Number(said('pieces')) : null },
    category: { category: said('category') },
  }
  const wrong: Record<string, BadWish> = { price: 'bad-percent', stock: 'bad-stock', category: 'bad-category' }
  const parsed = bulkWishSchema.safeParse({ kind, ...wishes[kind] })
  return parsed.success ? parsed.data : (wrong[kind] ?? 'failed')
}
