'use client'

import { type ComponentType, useEffect, useState } from 'react'
import { consentChanged, givenConsent } from '@/components/consent/tell-consent'
import { useVisitor } from '@/components/layout/visitor'
import { whenIdle } from '@/components/layout/when-idle'

type Banner = ComponentType<{ done: () => void }>

/**
 * Stands between the page and everything that measures: asks once, where there is something to ask for, and lets the
 * counters in only after a yes. Neither the words nor the counters are part of the page before that.
 */
export function ConsentGate() {
  const counters = useVisitor()?.counters ?? null
  const [banner, setBanner] = useState<Banner | null>(null)
  useEffect(() => {
    if (counters === null) return
    const look = () => {
      const consent = givenConsent()
      if (consent === null) {
        void import('@/components/consent/consent-banner').then(({ ConsentBanner }) => setBanner(() => ConsentBanner))
        return
      }
      void import('@/components/measure/start-counters').then(({ startCounters }) => startCounters(counters, consent))
    }
    whenIdle(look)
    addEventListener(consentChanged, look)
    return () => removeEventListener(consentChanged, look)
  }, [counters])
  if (banner === null) return null
  const Shown = banner
  return <Shown done={() => setBanner(null)} />
}
