'use server'

import { notFound, redirect } from 'next/navigation'
import { requireOperator } from '@/lib/auth'
import {
  attachAttribute,
  attachInputSchema,
  attributeInputSchema,
  categoryInputSchema,
  saveAttribute,
  saveCategory,
} from '@/lib/catalog'
import { isLocale } from '@/lib/i18n'

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

async function enter(form: FormData) {
  const locale = form.get('locale')
  if (!isLocale(locale)) notFound()
  const here = `/${locale}/admin/catalog`
  return { here, actor: await requireOperator({ locale, next: here }) }
}

const end = (here: string, category: string, done: boolean): never =>
  redirect(`${here}?${new URLSearchParams({ ...(category && { category }), outcome: done ? 'done' : 'failed' })}`)

const words = (form: FormData) => ({ uz: text(form, 'uz'), ru: text(form, 'ru'), en: text(form, 'en') })

/** Creates, renames or moves a category. */
export async function submitCategory(form: FormData): Promise<void> {
  const { here, actor } = await enter(form)
  const parsed = categoryInputSchema.safeParse({
    id: text(form, 'id') || null,
    parent: text(form, 'parent') || null,
    slug: text(form, 'slug'),
    name: words(form),
    position: Number(text(form, 'position') || '0'),
  })
  const saved = parsed.success && (await saveCategory(parsed.data, actor)).ok
  end(here, saved ? text(form, 'slug') : text(form, 'chosen'), saved)
}

/** `cobalt | Zangori | Кобальтовый | Cobalt | #1c43a6`, a line each. */
const optionsOf = (lines: string) =>
  Object.fromEntries(
    lines.split('\n').flatMap((line) => {
      const [code = '', uz = '', ru = '', en = '', hex = ''] = line.split('|').map((part) => part.trim())
      return code === '' ? [] : [[code, { uz, ru, en, ...(hex && { hex }) }]]
    }),
  )

export async function submitAttribute(form: FormData): Promise<void> {
  const { here, actor } = await enter(form)
  const parsed = attributeInputSchema.safeParse({
    code: text(form, 'code'),
    name: words(form),
    type: text(form, 'type'),
    unit: text(form, 'unit') || null,
    filterable: form.has('filterable'),
    options: optionsOf(text(form, 'options')),
  })
  end(here, text(form, 'chosen'), parsed.success && (await saveAttribute(parsed.data, actor)).ok)
}

/** Gives a category an attribute, requires it there, or takes it away. */
export async function submitAttach(form: FormData): Promise<void> {
  const { here, actor } = await enter(form)
  const parsed = attachInputSchema.safeParse({
    category: text(form, 'chosen'),
    code: text(form, 'code'),
    required: form.has('required'),
    attached: form.get('attached') !== 'no',
  })
  end(here, text(form, 'chosen'), parsed.success && (await attachAttribute(parsed.data, actor)).ok)
}
