'use client'

import { type ChangeEvent, useEffect, useRef } from 'react'
import { Icon } from '@/components/ui/icon'

const KEY = 'view'

/**
 * Cards or lines. A plain choice that CSS reads: it works without script. With one the browser remembers it, and the
 * script that sets the theme sets it before anything is painted (components/layout/theme.tsx).
 */
export function ViewSwitch({ label, grid, list }: { label: string; grid: string; list: string }) {
  const lines = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (lines.current) lines.current.checked = document.documentElement.dataset['view'] === 'list'
  }, [])
  const choose = ({ target: { value } }: ChangeEvent<HTMLInputElement>) => {
    document.documentElement.dataset['view'] = value
    try {
      localStorage.setItem(KEY, value)
    } catch {
      // A browser that keeps nothing still shows the choice until the next page.
    }
  }
  return (
    <fieldset className="views" aria-label={label}>
      <label title={grid}>
        <input
          className="sr"
          type="radio"
          name="view"
          value="grid"
          defaultChecked
          aria-label={grid}
          onChange={choose}
        />
        <Icon name="catalog" />
      </label>
      <label title={list}>
        <input ref={lines} className="sr" type="radio" name="view" value="list" aria-label={list} onChange={choose} />
        <Icon name="list" />
      </label>
    </fieldset>
  )
}
