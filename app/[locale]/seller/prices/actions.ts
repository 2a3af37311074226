'use server'

import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/components/account/account-state'
import { requireSeller } from '@/lib/auth'
import { createPriceList, endPriceList } from '@/lib/catalog'
import { priceListInputSchema } from '@/lib/catalog/schema'
import { formatMoney } from '@/lib/format'
import { defaultLocale, fill, isLocale, type Locale, locales } from '@/lib/i18n'
import { priceText } from '@/lib/i18n/messages/price'
import { now } from '@/lib/kernel/clock'
import { fromWire, type WireMoney } from '@/lib/kernel/money'
import { formTexts } from '../../(buy)/form-texts'
import { keepState } from '../../(buy)/kept-state'
import { readEntries } from './read-entries'

const MOST_BYTES = 5_000_000

/** `2026-11-21T09:00` as clocks in Tashkent show it; the moment is the same everywhere. */
const moment = (text: string): Date | null => {
  const read = new Date(`${text.trim().replace(' ', 'T')}:00+05:00`)
  return Number.isNaN(read.getTime()) ? null : read
}

async function pasted(form: FormData, values: Record<string, string>): Promise<string> {
  const file = form.get('list-file')
  return file instanceof File && file.size > 0 && file.size <= MOST_BYTES ? file.text() : (values['entries'] ?? '')
}

type Refused = { code: string; detail?: Record<string, unknown> | undefined }

function sentence({ code, detail }: Refused, locale: Locale): string {
  const t = priceText[locale]
  if (code === 'not-in-future') return t.badTimes
  if (code === 'unknown-skus')
    return fill(t.unknownSkus, { skus: ((detail?.['skus'] ?? []) as string[]).slice(0, 10).join(', ') })
  if (code !== 'false-discount') return t.failed
  const discounts = (detail?.['discounts'] ?? []) as { sku: string; lowest: WireMoney | null }[]
  return discounts
    .slice(0, 10)
    .map(({ sku, lowest }) =>
      lowest
        ? fill(t.falseEntry, { sku, price: formatMoney(fromWire(lowest), locale) })
        : fill(t.falseEntryNever, { sku }),
    )
    .join('. ')
}

/** A list of prices for a time, pasted or as a file. */
export async function submitPriceList(state: FormState, form: FormData): Promise<FormState> {
  const asked = form.get('locale')
  const locale = isLocale(asked) ? asked : defaultLocale
  const actor = await requireSeller({ locale, next: `/${locale}/seller/prices` })
  const t = priceText[locale]
  const values = formTexts(form, 'list-')
  const entries = readEntries(await pasted(form, values))
  const to = (values['to'] ?? '').trim() === '' ? null : moment(values['to'] ?? '')
  const from = (values['from'] ?? '').trim() === '' ? now() : moment(values['from'] ?? '')
  const wrongTo = to === null && (values['to'] ?? '').trim() !== ''
  const errors = {
    ...((values['name'] ?? '').trim() === '' && { name: t.badName }),
    ...(from === null && { from: t.badTimes }),
    ...(wrongTo && { to: t.badTimes }),
  }
  const answer = { tries: state.tries + 1, values, errors, problem: t.notSaved, done: null }
  if (typeof entries === 'number')
    return keepState('price-list', { ...answer, problem: fill(t.badEntries, { line: entries }) })
  if (entries.length === 0) return keepState('price-list', { ...answer, problem: t.noEntries })
  const input = priceListInputSchema.safeParse({ name: values['name'], from, to, entries })
  if (!input.success || wrongTo) return keepState('price-list', answer)
  const made = await createPriceList(input.data, actor)
  if (!made.ok) return keepState('price-list', { ...answer, problem: sentence(made, locale) })
  refresh()
  return keepState('price-list', { ...answer, values: {}, errors: {}, problem: null, done: t.created })
}

const endSchema = z.object({ locale: z.enum(locales), list: z.string().max(64) })

/** Ends one list now. */
export async function stopPriceList(form: FormData): Promise<void> {
  const read = endSchema.safeParse(Object.fromEntries(form))
  if (!read.success) notFound()
  const here = `/${read.data.locale}/seller/prices`
  const actor = await requireSeller({ locale: read.data.locale, next: here })
  const ended = await endPriceList(read.data.list, actor)
  redirect(`${here}?outcome=${ended.ok ? 'ended' : 'failed'}`)
}
