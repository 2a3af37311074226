'use server'

import { redirect } from 'next/navigation'
import { requireSeller } from '@/lib/auth'
import { arrangePictures } from '@/lib/catalog'
import { arrangementSchema } from '@/lib/catalog/schema'
import { defaultLocale, isLocale, locales } from '@/lib/i18n'

const textsOf = (form: FormData, name: string) => form.getAll(name).map((value) => String(value).trim())

/** A share of the whole; a point needs both. */
function pointOf(x: string | undefined, y: string | undefined): [number, number] | undefined {
  const parts = [x, y].map((text) => (text === undefined || text === '' ? Number.NaN : Number(text) / 100))
  const [left = Number.NaN, top = Number.NaN] = parts
  return left >= 0 && left <= 1 && top >= 0 && top <= 1 ? [left, top] : undefined
}

/** A row of the form a picture, in the order of the row; `do` is a press that works without a script. */
function imagesOf(form: FormData) {
  const keys = textsOf(form, 'key')
  const [xs, ys] = [textsOf(form, 'x'), textsOf(form, 'y')]
  const alts = locales.map((locale) => [locale, textsOf(form, `alt.${locale}`)] as const)
  const images = keys.map((key, at) => {
    const focal = pointOf(xs[at], ys[at])
    const alt = Object.fromEntries(alts.flatMap(([locale, texts]) => (texts[at] ? [[locale, texts[at]]] : [])))
    return { key, alt, ...(focal && { focal }) }
  })
  const [step, of] = String(form.get('do') ?? '').split(':')
  const at = keys.indexOf(of ?? '')
  if (at === -1) return images
  const [one] = images.splice(at, 1)
  const to = { up: at - 1, down: at + 1 }[step ?? '']
  if (one !== undefined && to !== undefined) images.splice(Math.max(0, to), 0, one)
  return images
}

const variantsOf = (form: FormData) =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (name.startsWith('variant.') ? [[name.slice(8), String(value)]] : [])),
  )

/** The whole arrangement at once: order, words, points and which variant shows which. */
export async function savePictures(form: FormData): Promise<void> {
  const said = String(form.get('locale'))
  const locale = isLocale(said) ? said : defaultLocale
  const id = String(form.get('product'))
  const page = `/${locale}/seller/products/${encodeURIComponent(id)}/pictures`
  const actor = await requireSeller({ locale, next: page })
  const parsed = arrangementSchema.safeParse({ images: imagesOf(form), variants: variantsOf(form) })
  const outcome = parsed.success
    ? await arrangePictures(id, parsed.data, actor)
    : { ok: false as const, code: 'failed' }
  redirect(`${page}?outcome=${outcome.ok ? 'saved' : outcome.code}`)
}
