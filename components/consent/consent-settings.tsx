'use client'

import { useSyncExternalStore } from 'react'
import { ConsentForm } from '@/components/consent/consent-form'
import { consentChanged, givenConsent } from '@/components/consent/tell-consent'
import { refused } from '@/lib/consent/schema'
import type { consentText } from '@/lib/i18n/messages/consent'

const listen = (changed: () => void) => {
  addEventListener(consentChanged, changed)
  return () => removeEventListener(consentChanged, changed)
}
const read = () => JSON.stringify(givenConsent() ?? refused)
const unknown = () => ''

/** The same question at any time: what was answered is shown, and may be taken back. */
export function ConsentSettings({ t }: { t: (typeof consentText)['uz'] }) {
  const given = useSyncExternalStore(listen, read, unknown)
  if (given === '') return <div className="min-h-[230px]" />
  return <ConsentForm key={given} t={t} given={JSON.parse(given)} channel="page" />
}
