'use client'

import type { ComponentType } from 'react'
import type { Locale } from '@/lib/i18n'
import type { Search } from './search-address'
import type { SearchAnswer } from './search-answer'

type View = ComponentType<{ search: Search; answer: SearchAnswer; locale: Locale }>
export type LiveView = { View: View; answer: SearchAnswer }

const importView = () => import('./search-view')

/** Fetched when somebody touches a filter, not before: most only look. */
export const warmView = (): void => void importView()

/** What the page at `href` would show; throws when it cannot be had or when the page would lead elsewhere. */
export async function loadLive(href: string, signal: AbortSignal): Promise<LiveView> {
  const from = href.replace('/search', '/search/found')
  const asking = fetch(from, { signal, headers: { accept: 'application/json' } })
  const [{ SearchView }, response] = await Promise.all([importView(), asking])
  if (!response.ok) throw new Error(`${from} answered ${response.status}`)
  const answer = (await response.json()) as SearchAnswer
  if (answer.found.words?.redirect) throw new Error('the search leads elsewhere')
  return { View: SearchView, answer }
}

/** The page is drawn anew: whoever stood on a control stands on it afterwards, or at the heading if it is gone. */
export function refocus(place: HTMLElement): () => void {
  const at = document.activeElement
  if (!(at instanceof HTMLElement) || !place.contains(at) || at.tagName === 'H1') return () => undefined
  const { name = '', value = '' } = at as Partial<HTMLInputElement>
  return () => {
    const lasting = name !== '' && name !== 'drop'
    const same = [...place.querySelectorAll<HTMLInputElement>('input, button')].find(
      (one) => lasting && one.name === name && (one.value === value || one.type === 'text'),
    )
    const visible = same?.checkVisibility() === true ? same : place.querySelector<HTMLElement>('h1')
    visible?.focus({ preventScroll: true })
  }
}
