'use client'

import { useEffect } from 'react'

const MEANT_MS = 80
const MOST = 12
// Only what is the same for everybody and kept by the server: nothing personal is asked for in advance.
const worthy = /^\/(uz|ru|en)\/(c|p|shop)\//

type Connection = { saveData?: boolean; effectiveType?: string }

const isThrifty = (): boolean => {
  const { connection } = navigator as Navigator & { connection?: Connection }
  return connection?.saveData === true || connection?.effectiveType?.includes('2g') === true
}

/** Not by a rule of speculation: where a policy names scripts by what they are, Chromium refuses every such rule. */
function warm(url: string): void {
  const link = document.createElement('link')
  link.rel = 'prefetch'
  link.as = 'document'
  link.href = url
  document.head.append(link)
}

const linkOf = (event: Event) => (event.target instanceof Element ? event.target.closest('a') : null)

/**
 * Fetches a page of the catalogue when a pointer rests on its link, a finger's or a mouse's: the press that follows
 * finds it there. A finger that scrolls takes its wish back, and who saves data is never spent for.
 */
export function WarmLinks() {
  useEffect(() => {
    const warmed = new Set([location.pathname])
    let timer: ReturnType<typeof setTimeout> | undefined
    const over = (event: Event) => {
      const link = linkOf(event)
      clearTimeout(timer)
      if (link === null || link.origin !== location.origin || !worthy.test(link.pathname)) return
      if (warmed.has(link.pathname) || warmed.size > MOST || isThrifty()) return
      timer = setTimeout(() => {
        warmed.add(link.pathname)
        warm(link.href)
      }, MEANT_MS)
    }
    const out = () => clearTimeout(timer)
    document.addEventListener('pointerover', over)
    document.addEventListener('pointerout', out)
    document.addEventListener('pointercancel', out)
    return () => {
      out()
      document.removeEventListener('pointerover', over)
      document.removeEventListener('pointerout', out)
      document.removeEventListener('pointercancel', out)
    }
  }, [])
  return null
}
