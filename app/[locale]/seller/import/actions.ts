'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { requireSeller } from '@/lib/auth'
import { locales } from '@/lib/i18n'
import { startImport } from '@/lib/import'
import { choicesSchema, fields, formats, type Mapping } from '@/lib/import/schema'

const formSchema = z.object({
  locale: z.enum(locales),
  id: z.string().regex(/^imp_[0-9a-z]{1,40}$/),
  step: z.enum(['try', 'run', 'failed']),
  format: z.enum(formats).optional(),
})

const given = (form: FormData, name: string) => String(form.get(name) ?? '').trim() || undefined

/** Columns by field; a form without them keeps what is known. */
function mappingOf(form: FormData): Mapping | undefined {
  if (form.get('mapped') !== '1') return undefined
  return Object.fromEntries(
    fields.flatMap((field) => {
      const column = given(form, `map.${field}`)
      return column === undefined ? [] : [[field, column.slice(0, 140)]]
    }),
  )
}

const choicesOf = (form: FormData) =>
  choicesSchema.safeParse({
    currency: given(form, 'currency')?.toUpperCase(),
    rate: given(form, 'rate')?.replace(',', '.'),
    category: given(form, 'category'),
    locale: given(form, 'texts'),
    stock: form.get('stock') === 'set' ? 'set' : 'keep',
    pictures: form.get('pictures') === 'yes',
  })

/** Tries the file, writes what was tried, or takes once more what was refused. */
export async function beginImport(form: FormData): Promise<void> {
  const parsed = formSchema.safeParse({
    locale: form.get('locale'),
    id: form.get('id'),
    step: form.get('step'),
    format: form.get('format') ?? undefined,
  })
  if (!parsed.success) notFound()
  const { locale, id, step, format } = parsed.data
  const here = `/${locale}/seller/import/${id}`
  const actor = await requireSeller({ locale, next: here })
  const choices = choicesOf(form)
  if (!choices.success) redirect(`${here}?edit=1&outcome=${given(form, 'rate') ? 'bad-rate' : 'currency-needed'}`)
  const start = {
    dryRun: step === 'try',
    choices: choices.data,
    mapping: mappingOf(form),
    format,
    ...(step === 'failed' ? { only: 'failed' as const } : {}),
  }
  const started = await startImport(id, start, actor)
  if (!started.ok && started.code === 'not-found') notFound()
  redirect(started.ok ? here : `${here}?edit=1&outcome=${started.code}`)
}
