import { loadScript } from '@/components/measure/load-script'

type Page = { ym?: { (...call: unknown[]): void; a?: unknown[]; l?: number }; dataLayer?: unknown[] }

export function ym(...call: unknown[]): void {
  const page = window as Page
  if (page.ym === undefined) {
    const made = Object.assign(
      (...later: unknown[]) => {
        made.a.push(later)
      },
      { a: [] as unknown[], l: Date.now() },
    )
    page.ym = made
  }
  page.ym(...call)
}

/** Counts visits and goods; it records nobody's screen. */
export function startMetrica({ id, script }: { id: string; script: string }): void {
  const page = window as Page
  page.dataLayer ??= []
  ym(Number(id), 'init', { clickmap: false, webvisor: false, trackLinks: false, ecommerce: 'dataLayer' })
  loadScript(`${script}?id=${encodeURIComponent(id)}`)
}
