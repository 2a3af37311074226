'use client'

import { useEffect } from 'react'
import { whenIdle } from '@/components/layout/when-idle'

/** Says that the page is awake, and measures how fast this visit is, for the market alone: no cookie, no address, nobody else's script. */
export function VisitMeter() {
  useEffect(() => {
    document.dispatchEvent(new Event('alive'))
    whenIdle(() => {
      import('@/components/layout/measure-visit').then(({ measureVisit }) => measureVisit()).catch(() => undefined)
      if (document.querySelector('meta[name=bozor-trial]') === null) return
      import('@/components/experiment/tell-shown').then(({ meterShown }) => meterShown()).catch(() => undefined)
    })
  }, [])
  return null
}
