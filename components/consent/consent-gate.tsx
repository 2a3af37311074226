'use client'

import { type ComponentType, useEffect, useState } from 'react'
import { consentChanged, givenConsent } from '@/components/consent/tell-consent'
import { useVisitor } from '@/components/layout/visitor'
import { whenIdle } from '@/components/layout/when-idle'

type Banner = ComponentType<{ done: () => void }>

// A page that is left while a part of it comes, or a line that breaks: the next page asks or measures.
const asIfLeft = () => undefined

/**
 * Stands between the page and everything that measures: asks once, where there is something to ask for, and lets the
 * counters in only after a yes. Neither the words nor the counters are part of the page before that.
 */
export function ConsentGate() {
  const counters = useVisitor()?.counters ?? null
  const [banner, setBanner] = useState<Banner | null>(null)
  useEffect(() => {
    if (counters === null) return
    let began = false
    const look = () => {
      const consent = givenConsent()
      if (consent === null) {
        import('@/components/consent/consent-banner').then(
          ({ ConsentBanner }) => setBanner(() => ConsentBanner),
          asIfLeft,
        )
      } else if (began || consent.analytics || consent.ads) {
        began = true
        import('@/components/measure/start-counters').then(
          ({ startCounters }) => startCounters(counters, consent),
          asIfLeft,
        )
      }
    }
    whenIdle(look)
    addEventListener(consentChanged, look)
    return () => removeEventListener(consentChanged, look)
  }, [counters])
  if (banner === null) return null
  const Shown = banner
  return <Shown done={() => setBanner(null)} />
}
