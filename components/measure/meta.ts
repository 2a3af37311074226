import { loadScript } from '@/components/measure/load-script'

type Queue = { (...call: unknown[]): void; callMethod?: (...call: unknown[]) => void; queue: unknown[][] }
type Page = { fbq?: Queue & { push?: Queue; loaded?: boolean; version?: string }; _fbq?: unknown }

/** Meta's own queue, as its snippet makes it: calls wait until the script has come. */
export function fbq(...call: unknown[]): void {
  const page = window as Page
  if (page.fbq === undefined) {
    const made: Queue = Object.assign(
      (...later: unknown[]) => {
        if (made.callMethod) made.callMethod(...later)
        else made.queue.push(later)
      },
      { queue: [] as unknown[][] },
    )
    page.fbq = Object.assign(made, { push: made, loaded: true, version: '2.0' })
    page._fbq ??= page.fbq
  }
  page.fbq?.(...call)
}

export function startMeta({ id, script }: { id: string; script: string }): void {
  fbq('consent', 'grant')
  fbq('init', id)
  fbq('track', 'PageView')
  loadScript(script)
}
