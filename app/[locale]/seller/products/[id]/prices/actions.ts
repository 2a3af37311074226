'use server'

import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/components/account/account-state'
import { requireSeller } from '@/lib/auth'
import { getSellerProduct, updateProduct } from '@/lib/catalog'
import { orderTermsSchema } from '@/lib/catalog/schema'
import { formatMoney, readSum } from '@/lib/format'
import { defaultLocale, fill, isLocale, type Locale, locales } from '@/lib/i18n'
import { priceText } from '@/lib/i18n/messages/price'
import { fromWire, type WireMoney } from '@/lib/kernel/money'
import { falling } from '@/lib/price/schema'
import { formTexts } from '../../../../(buy)/form-texts'
import { keepState } from '../../../../(buy)/kept-state'

const uzs = (amount: number) => ({ amount: String(amount), currency: 'UZS' as const })

type Errors = Record<string, string>

function readTiers(values: Errors, errors: Errors, t: Record<'badTiers' | 'badNumber' | 'badPrice', string>) {
  const tiers = []
  for (let n = 1; `from${n}` in values; n++) {
    const [from = '', price = ''] = [values[`from${n}`]?.trim(), values[`each${n}`]?.trim()]
    if (from === '' && price === '') continue
    const each = readSum(price)
    if (!/^\d{1,3}$/.test(from) || Number(from) < 2) errors[`from${n}`] = t.badNumber
    if (!each) errors[`each${n}`] = t.badPrice
    tiers.push({ from: Number(from), price: uzs(each ?? 0), at: n })
  }
  const sorted = tiers.map(({ from, price }) => ({ from, price: Number(price.amount) }))
  const last = tiers.at(-1)
  if (last && Object.keys(errors).length === 0 && !falling(sorted)) errors[`each${last.at}`] = t.badTiers
  return sorted
}

/** What the form says, or a sentence for each field that cannot be read. */
function readForm(values: Errors, locale: Locale) {
  const t = priceText[locale]
  const errors: Errors = {}
  const price = readSum(values['price'] ?? '')
  const was = (values['was'] ?? '').trim() === '' ? null : readSum(values['was'] ?? '')
  if (!price) errors['price'] = t.badPrice
  if (was === null && (values['was'] ?? '').trim() !== '') errors['was'] = t.badPrice
  const terms = orderTermsSchema.safeParse({
    minOrder: Number(values['minOrder'] || 1),
    multiple: Number(values['multiple'] || 1),
  })
  if (!terms.success) for (const { path } of terms.error.issues) errors[String(path[0])] = t.badNumber
  const tiers = readTiers(values, errors, t)
  const patch = { price: uzs(price ?? 0), compareAtPrice: was === null ? null : uzs(was), tiers, ...terms.data }
  return { errors, patch }
}

function falseWords(detail: Record<string, unknown> | undefined, locale: Locale): string {
  const t = priceText[locale]
  const [first] = (detail?.['discounts'] ?? []) as { lowest: WireMoney | null }[]
  return first?.lowest ? fill(t.wasFalse, { price: formatMoney(fromWire(first.lowest), locale) }) : t.wasNever
}

/** Price, old price, smallest order, packs and tiers of one variant. */
export async function savePrices(state: FormState, form: FormData): Promise<FormState> {
  const asked = form.get('locale')
  const locale = isLocale(asked) ? asked : defaultLocale
  const id = String(form.get('product') ?? '')
  const sku = String(form.get('sku') ?? '')
  const actor = await requireSeller({ locale, next: `/${locale}/seller/products` })
  const t = priceText[locale]
  const values = formTexts(form, `${String(form.get('prefix'))}`)
  const { errors, patch } = readForm(values, locale)
  const answer = { tries: state.tries + 1, values, errors, problem: t.notSaved, done: null }
  if (Object.keys(errors).length > 0) return keepState(`prices-${sku}`, answer)
  const saved = await updateProduct(id, { variants: [{ sku, ...patch }] }, actor)
  if (!saved.ok) {
    const said = saved.code === 'false-discount' ? { was: falseWords(saved.detail, locale) } : {}
    return keepState(`prices-${sku}`, { ...answer, errors: said, problem: 'was' in said ? t.notSaved : t.failed })
  }
  refresh()
  return keepState(`prices-${sku}`, { ...answer, errors: {}, problem: null, done: t.saved })
}

const partSchema = z.object({
  locale: z.enum(locales),
  product: z.string().max(64),
  sku: z.string().max(100),
  part: z.string().max(100),
  quantity: z.coerce.number().int().min(0).max(999),
})

/** Puts a part into a bundle, sets how many of it, or takes it out (`quantity` 0). Without parts it is plain goods again. */
export async function saveBundlePart(form: FormData): Promise<void> {
  const read = partSchema.safeParse(Object.fromEntries(form))
  if (!read.success) notFound()
  const { locale, product: id, sku, part, quantity } = read.data
  const here = `/${locale}/seller/products/${id}/prices`
  const actor = await requireSeller({ locale, next: here })
  const variant = (await getSellerProduct(id, actor))?.variants.find((one) => one.sku === sku)
  if (!variant) notFound()
  const others = (variant.bundle ?? []).filter((one) => one.sku !== part)
  const parts = quantity > 0 ? [...others, { sku: part, quantity }] : others
  const saved = await updateProduct(id, { variants: [{ sku, bundle: parts.length > 0 ? parts : null }] }, actor)
  redirect(`${here}?outcome=${saved.ok ? 'saved' : saved.code}#bundle`)
}
