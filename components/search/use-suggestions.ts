'use client'

import { useEffect, useState } from 'react'
import type { Locale } from '@/lib/i18n'

type Wire = {
  products: {
    slug: string
    title: string
    price: { amount: string; currency: 'UZS' | 'USD' }
    image: { url: string } | null
  }[]
  categories: { slug: string; path: string[]; name: string }[]
  shops: { slug: string; name: string }[]
}

const PAUSE_MS = 120
const nothing: Wire = { products: [], categories: [], shops: [] }

/** What the letters so far may become; the last answer stays until the next one is there. */
export function useSuggestions(q: string, locale: Locale): Wire {
  const [found, setFound] = useState(nothing)
  useEffect(() => {
    if (q === '') return setFound(nothing)
    const stop = new AbortController()
    const timer = setTimeout(() => {
      fetch(`/api/v1/suggest?locale=${locale}&q=${encodeURIComponent(q.slice(0, 200))}`, { signal: stop.signal })
        .then(async (response) => setFound(response.ok ? ((await response.json()) as Wire) : nothing))
        // Suggestions help, they are not needed: the form goes on without them, and without those of other words.
        .catch(() => stop.signal.aborted || setFound(nothing))
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [q, locale])
  return found
}

const KEY = 'bozor-searches'
const MOST = 6

/** What this browser has searched for, the newest first. It never leaves the browser. */
export function readOwnSearches(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

export function keepOwnSearch(q: string): void {
  const words = q.trim().slice(0, 80)
  if (words === '') return
  try {
    const others = readOwnSearches().filter((one) => one.toLowerCase() !== words.toLowerCase())
    localStorage.setItem(KEY, JSON.stringify([words, ...others].slice(0, MOST)))
  } catch {
    // Storage may be full or forbidden: then there is no history.
  }
}

export function forgetOwnSearches(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Nothing was kept.
  }
}
