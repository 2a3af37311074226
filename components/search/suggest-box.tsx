'use client'

import { type ComponentType, useRef, useState } from 'react'
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
