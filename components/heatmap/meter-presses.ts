import { cellOf } from '@/components/heatmap/cell-of'
import { type Heat, type HeatPage, PRESSES } from '@/lib/heatmap/schema'

const pages: Partial<Record<string, HeatPage>> = { '': 'home', c: 'category', p: 'product', shop: 'shop', help: 'help' }
const alive = 'a, button, input, select, textarea, label, summary'

/** Counts where this look at a page is pressed, and tells it once, when the page is left or hidden. */
export function meterPresses(): void {
  const page = pages[location.pathname.split('/')[2] ?? '']
  const main = document.getElementById('main')
  if (page === undefined || main === null) return
  const device = matchMedia('(max-width: 899px)').matches ? 'phone' : 'desktop'
  const presses: Heat['presses'] = []
  let told = false
  document.addEventListener('click', ({ target, clientX, clientY, detail }) => {
    // A key that presses a button has no place.
    if (!(target instanceof Element) || detail === 0 || presses.length >= PRESSES) return
    const cell = main.contains(target) ? cellOf(clientX, clientY, main.getBoundingClientRect()) : null
    if (cell !== null) presses.push([...cell, target.closest(alive) === null ? 1 : 0])
  })
  document.addEventListener('visibilitychange', () => {
    if (told || document.visibilityState !== 'hidden') return
    told = true
    const heat: Heat = { page, device, presses }
    navigator.sendBeacon('/api/heat', new Blob([JSON.stringify(heat)], { type: 'application/json' }))
  })
}
