import { onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals'
import type { Device, PageKind, RecordVitals, VitalName } from '@/lib/vitals/schema'

const first: Partial<Record<string, PageKind>> = {
  '': 'home',
  c: 'category',
  p: 'product',
  shop: 'shop',
  help: 'help',
  search: 'search',
  cart: 'cart',
  checkout: 'checkout',
  orders: 'order',
  account: 'account',
  'sign-in': 'account',
  seller: 'seller',
  admin: 'admin',
}

/** What kind of page an address is; the address itself is told to nobody. */
const kindOf = (path: string): PageKind => first[path.split('/')[2] ?? ''] ?? 'other'

const deviceOf = (): Device => (matchMedia('(max-width: 899px)').matches ? 'phone' : 'desktop')

let begun = false

/** Five figures of this page load, told once, when the page is left or hidden. */
export function measureVisit(): void {
  // Frames come and go while the page that was loaded stays.
  if (begun) return
  begun = true
  const visit = { page: kindOf(location.pathname), device: deviceOf(), locale: document.documentElement.lang }
  let values: Partial<Record<VitalName, number>> = {}
  const keep = ({ name, value }: { name: VitalName; value: number }) => {
    values[name] = Math.round(value * 1000) / 1000
  }
  for (const listen of [onCLS, onFCP, onINP, onLCP, onTTFB]) listen(keep)
  // Asked for after those, so that what they settle as the page is hidden is told with the rest.
  const tell = () => {
    if (document.visibilityState !== 'hidden' || Object.keys(values).length === 0) return
    const told: Omit<RecordVitals, 'locale'> & { locale: string } = { ...visit, values }
    values = {}
    navigator.sendBeacon('/api/vitals', new Blob([JSON.stringify(told)], { type: 'application/json' }))
  }
  document.addEventListener('visibilitychange', tell)
}
