'use server'

import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import type { EditorState } from '@/components/editor/editor-state'
import { requireSeller } from '@/lib/auth'
import type { SellerActor } from '@/lib/auth/schema'
import { createProduct, duplicateProduct, getProductEditor, updateProduct } from '@/lib/catalog'
import {
  type ProductInput,
  type ProductPatch,
  productInputSchema,
  productPatchSchema,
  type SellerProduct,
} from '@/lib/catalog/schema'
import { isLocale, type Locale } from '@/lib/i18n'
import { keepState } from '../../(buy)/kept-state'
import { refusalErrors, schemaErrors } from './product-errors'
import { combine, fieldsOf, removedOf, rowsOf, valuesOf, variantsOf } from './read-product-form'

async function enter(form: FormData) {
  const locale = form.get('locale')
  if (!isLocale(locale)) notFound()
  const id = String(form.get('id') ?? '') || null
  const actor = await requireSeller({ locale, next: `/${locale}/seller/products/${id ?? 'new'}` })
  return { locale, id, actor }
}

/** The page again, with what was typed. */
async function again(state: EditorState): Promise<void> {
  await keepState('product', { ...state, tries: state.tries + 1 })
  refresh()
}

type Wish = { state: EditorState; before: SellerProduct | null; intent: string; actor: SellerActor; locale: Locale }

// Who is not trusted asks for the sale and is looked at first.
const statusOf = (intent: string) => (intent === 'save' ? {} : { status: intent === 'review' ? 'active' : intent })

async function write({ state, before, intent, actor, locale }: Wish) {
  const rows = variantsOf(state, before)
  const sent = {
    ...fieldsOf(state, before),
    variants: rows.map(({ variant }) => variant),
    ...statusOf(intent),
  }
  const parsed =
    before === null
      ? productInputSchema.safeParse({ ...sent, images: [] })
      : productPatchSchema.safeParse({ ...sent, removeVariants: removedOf(state) })
  if (!parsed.success) {
    const at = rows.map(({ row }) => row)
    return schemaErrors(parsed.error, at, locale)
  }
  const written =
    before === null
      ? await createProduct(parsed.data as ProductInput, actor)
      : await updateProduct(before.id, parsed.data as ProductPatch, actor)
  return written.ok ? written.value : refusalErrors(written, state, locale)
}

/** Saves, brings into another state, adds rows or shows another category's attributes: the button says which. */
export async function saveProduct(form: FormData): Promise<void> {
  const { locale, id, actor } = await enter(form)
  const values = valuesOf(form)
  const category = String(form.get('category') ?? '')
  const editor = await getProductEditor(id, category, actor)
  if (editor === null) notFound()
  const intent = String(form.get('intent') ?? 'save')
  const state: EditorState = {
    tries: Date.now() % 1_000_000,
    values,
    rows: rowsOf(form),
    rules: editor.rules,
    errors: {},
    problem: null,
  }
  if (intent === 'refresh') return again(state)
  if (intent === 'add') return again({ ...state, rows: Math.min(state.rows + 1, 100) })
  if (intent === 'combine') return again(combine(state))
  const done = await write({ state, before: editor.product, intent, actor, locale })
  if ('errors' in done) return again({ ...state, ...done })
  redirect(`/${locale}/seller/products/${done.id}?outcome=saved`)
}

export async function copyProduct(form: FormData): Promise<void> {
  const { locale, id, actor } = await enter(form)
  const copied = id === null ? null : await duplicateProduct(id, actor)
  redirect(
    copied?.ok === true ? `/${locale}/seller/products/${copied.value.id}` : `/${locale}/seller/products?outcome=failed`,
  )
}
