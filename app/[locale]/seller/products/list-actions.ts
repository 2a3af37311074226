'use server'

import { changeGoods, removeGoodsFilter, saveGoodsFilter as saveFilter, undoBulk, updateProduct } from '@/lib/catalog'
import { bulkInputSchema, filterNameSchema, goodsFilterSchema, productPatchSchema } from '@/lib/catalog/schema'
import { readSum } from '@/lib/format'
import type { WireMoney } from '@/lib/kernel/money'
import { enterForm, goBack } from '../enter-form'
import { readWish } from './read-bulk-form'

const said = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

/** What of a row was typed anew; what was not touched is not said, so that nothing newer is undone. */
function readRow(form: FormData) {
  const typed = (name: string) => said(form, name) !== said(form, `was-${name}`)
  const amount = readSum(said(form, 'price'))
  const quantity = said(form, 'quantity')
  if (typed('price') && !amount) return 'bad-price'
  if (typed('quantity') && !/^\d{1,7}$/.test(quantity)) return 'bad-stock'
  return {
    ...(typed('price') && { price: { amount: String(amount), currency: 'UZS' } }),
    ...(typed('quantity') && { stock: Number(quantity) }),
  }
}

/** Price and stock of one row. */
export async function saveRow(form: FormData): Promise<void> {
  const { actor, back } = await enterForm(form)
  const row = readRow(form)
  if (typeof row === 'string') goBack(back, 'refused', { code: row })
  if (Object.keys(row).length === 0) goBack(back, 'saved')
  const patch = productPatchSchema.safeParse({ variants: [{ sku: form.get('sku'), ...row }] })
  if (!patch.success) goBack(back, 'refused', { code: 'price' in row ? 'bad-price' : 'bad-stock' })
  const done = await updateProduct(said(form, 'product'), patch.data, actor)
  if (done.ok) goBack(back, 'saved')
  const [first] = (done.detail?.['discounts'] ?? []) as { lowest: WireMoney | null }[]
  goBack(back, 'refused', { code: done.code, ...(first?.lowest && { lowest: first.lowest.amount }) })
}

/** One action on the rows that are ticked. */
export async function changeChosen(form: FormData): Promise<void> {
  const { actor, back } = await enterForm(form)
  const wish = readWish(form)
  if (typeof wish === 'string') goBack(back, wish)
  const input = bulkInputSchema.safeParse({ id: form.get('id'), skus: form.getAll('sku'), wish })
  if (!input.success) goBack(back, form.has('sku') ? 'too-many-rows' : 'none-chosen')
  const done = await changeGoods(input.data, actor)
  goBack(back, done.ok ? 'bulk' : 'failed')
}

export async function takeBack(form: FormData): Promise<void> {
  const { actor, back } = await enterForm(form)
  const done = await undoBulk(said(form, 'id'), actor)
  goBack(back, done.ok ? 'bulk' : done.code)
}

/** The list that is shown, by a name. */
export async function keepFilter(form: FormData): Promise<void> {
  const { actor, back } = await enterForm(form)
  const name = filterNameSchema.safeParse(form.get('name'))
  if (!name.success) goBack(back, 'bad-name')
  const { show, ...rest } = Object.fromEntries(new URLSearchParams(back.split('?')[1] ?? ''))
  const done = await saveFilter(name.data, goodsFilterSchema.parse({ ...rest, status: show }), actor)
  goBack(back, done.ok ? 'filter-kept' : done.code)
}

export async function dropFilter(form: FormData): Promise<void> {
  const { actor, back } = await enterForm(form)
  await removeGoodsFilter(said(form, 'id'), actor)
  goBack(back, 'saved')
}
