'use client'

import { useEffect } from 'react'
import { type MeasuredEvent, tell } from '@/components/measure/events'

const told = 'bozor_told'

/** A purchase is told by the first page that shows it paid, not by every look at it. */
function isNew(event: MeasuredEvent): boolean {
  if (event.name !== 'purchase') return true
  const before = localStorage.getItem(told)?.split(' ') ?? []
  if (before.includes(event.id)) return false
  localStorage.setItem(told, [event.id, ...before].slice(0, 20).join(' '))
  return true
}

/** What this page tells once it is there; `leaving` is told as its link is followed. */
export function Measured({ event, leaving }: { event: MeasuredEvent; leaving?: { to: string; event: MeasuredEvent } }) {
  useEffect(() => {
    if (isNew(event)) tell(event)
    if (leaving === undefined) return
    const onClick = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest('a') : null
      if (link?.pathname === leaving.to) tell(leaving.event)
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [event, leaving])
  return null
}
