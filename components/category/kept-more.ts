import type { MoreCards } from '@/components/search/search-answer'

type Kept = MoreCards & { top: number }

const keyHere = () => `more:${location.pathname}${location.search}`

/** For a page that is left: its own tab finds the cards again when it comes back. */
export function keepMore(kept: Kept): void {
  try {
    sessionStorage.setItem(keyHere(), JSON.stringify(kept))
  } catch {
    // A full or forbidden storage: going back shows the first cards.
  }
}

/** What was kept, for somebody who came by «back» or «forward»; anybody else begins anew. */
export function readMore(): Kept | null {
  const [entry] = performance.getEntriesByType('navigation')
  const back = entry instanceof PerformanceNavigationTiming && entry.type === 'back_forward'
  try {
    const text = sessionStorage.getItem(keyHere())
    sessionStorage.removeItem(keyHere())
    return back && text !== null ? (JSON.parse(text) as Kept) : null
  } catch {
    return null
  }
}
