'use client'

import { type ComponentType, useEffect, useRef, useState } from 'react'
import type { Locale } from '@/lib/i18n'
import type { SuggestPanelProps, SuggestWords } from './suggest-panel'

/** The header's field. What helps while typing is fetched when somebody enters it; without script it is a plain form. */
export function SuggestBox({
  locale,
  label,
  hint,
  words,
}: {
  locale: Locale
  label: string
  hint: string
  words: SuggestWords
}) {
  const input = useRef<HTMLInputElement>(null)
  const [Panel, setPanel] = useState<ComponentType<SuggestPanelProps> | null>(null)
  const load = () => {
    if (Panel === null) void import('./suggest-panel').then((module) => setPanel(() => module.SuggestPanel))
  }
  useEffect(() => {
    // Words that found something else than was meant are mended, not typed anew. Pages know no query: only the browser.
    const asked = location.pathname === `/${locale}/search` ? new URLSearchParams(location.search).get('q') : null
    if (asked !== null && input.current?.value === '') input.current.value = asked.trim().slice(0, 200)
  }, [locale])
  return (
    <>
      <input
        ref={input}
        type="search"
        name="q"
        aria-label={label}
        placeholder={hint}
        autoComplete="off"
        enterKeyHint="search"
        onFocus={load}
      />
      {Panel === null ? null : <Panel input={input} locale={locale} words={words} />}
    </>
  )
}
