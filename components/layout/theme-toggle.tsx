'use client'

import type { ReactNode } from 'react'

export function ThemeToggle({
  label,
  children,
  className = 'theme',
}: {
  label: string
  children: ReactNode
  className?: string
}) {
  const toggle = () => {
    const root = document.documentElement
    const next = root.dataset['theme'] === 'dark' ? 'light' : 'dark'
    root.dataset['theme'] = next
    try {
      localStorage.setItem('theme', next)
    } catch {
      // A browser that keeps nothing still shows the choice until the next page.
    }
  }
  return (
    <button type="button" className={className} onClick={toggle} aria-label={label} title={label}>
      {children}
    </button>
  )
}
