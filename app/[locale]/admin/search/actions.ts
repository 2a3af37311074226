'use server'

import { refresh } from 'next/cache'
import type { FormState } from '@/components/account/account-state'
import { requireOperator } from '@/lib/auth'
import { defaultLocale, isLocale } from '@/lib/i18n'
import { searchDeskText } from '@/lib/i18n/messages/search-desk'
import { addSynonyms, removeSynonyms, setRule } from '@/lib/search'
import { formTexts } from '../../(buy)/form-texts'
import { keepState } from '../../(buy)/kept-state'

async function open(form: FormData) {
  const asked = form.get('locale')
  const locale = isLocale(asked) ? asked : defaultLocale
  const actor = await requireOperator({ locale, next: `/${locale}/admin/search` })
  return { actor, t: searchDeskText[locale] }
}

const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

/** A line of words that find the same. */
export async function submitSynonyms(state: FormState, form: FormData): Promise<FormState> {
  const { actor, t } = await open(form)
  const values = formTexts(form, 'syn-')
  const answer = { ...state, tries: state.tries + 1, values, errors: {}, problem: null, done: null }
  const added = await addSynonyms(list(values['terms']), actor)
  if (!added.ok && added.code === 'forbidden') return keepState('synonyms', { ...answer, problem: t.forbidden })
  if (!added.ok) return keepState('synonyms', { ...answer, errors: { terms: t.tooFewTerms } })
  refresh()
  return keepState('synonyms', { ...answer, values: {}, done: t.saved })
}

export async function submitRemoval(form: FormData): Promise<void> {
  const { actor } = await open(form)
  const removed = await removeSynonyms(String(form.get('id') ?? ''), actor)
  if (removed.ok) refresh()
}

/** Where a query leads, or what stands first for it. */
export async function submitQueryRule(state: FormState, form: FormData): Promise<FormState> {
  const { actor, t } = await open(form)
  const values = formTexts(form, 'rule-')
  const answer = { ...state, tries: state.tries + 1, values, errors: {}, problem: null, done: null }
  const redirect = values['redirect']?.trim() || null
  const set = await setRule({ query: values['query'] ?? '', redirect, pins: list(values['pins']) }, actor)
  if (!set.ok) {
    const wrong = {
      forbidden: { problem: t.forbidden },
      'empty-query': { errors: { query: t.emptyQuery } },
      'bad-redirect': { errors: { redirect: t.badRedirect } },
      'unknown-product': { errors: { pins: t.unknownProduct } },
    }[set.code]
    return keepState('query-rule', { ...answer, ...wrong })
  }
  refresh()
  return keepState('query-rule', { ...answer, values: {}, done: t.saved })
}
