import { consentChanged } from '@/components/consent/tell-consent'
import { EXPERIMENT_COOKIE } from '@/lib/attribution/schema'
import type { Shown } from '@/lib/experiment/schema'

/** The front has said in the cookie what this visitor takes part in; the page says what it shows. */
function shownHere(): string[] {
  const line = document.cookie.split('; ').find((pair) => pair.startsWith(`${EXPERIMENT_COOKIE}=`))
  const kept = line?.slice(EXPERIMENT_COOKIE.length + 1).split(',') ?? []
  return [...document.head.querySelectorAll<HTMLMetaElement>('meta[name="bozor-trial"]')].flatMap(({ content }) => {
    const [key, , option] = content.split(' ')
    return kept.includes(`${key}.${option}`) ? [`${key}.${option}`] : []
  })
}

function tellShown(): void {
  const shown = shownHere()
  if (shown.length === 0) return
  const told: Shown = { shown }
  navigator.sendBeacon('/api/trials', new Blob([JSON.stringify(told)], { type: 'application/json' }))
}

let begun = false

/** What this page shows of experiments is told once; after a yes once more, for only then is there somebody to count. */
export function meterShown(): void {
  if (begun) return
  begun = true
  tellShown()
  addEventListener(consentChanged, tellShown)
}
