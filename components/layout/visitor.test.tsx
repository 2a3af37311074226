import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { CartBadge } from './cart-badge'
import { VisitorName } from './visitor-name'

// What wakes an island is the same render as the server's: both must come out alike, whatever is known by then.
vi.mock('@tanstack/react-query', () => ({
  QueryClient: class {},
  useQuery: () => ({ data: { name: 'Aziza Karimova', cartCount: 3, saved: [], counters: null } }),
}))

test('an island that wakes after the answer came first says what the HTML says', () => {
  expect(renderToString(<CartBadge />)).toBe('')
  expect(renderToString(<VisitorName fallback="Kirish" />)).not.toContain('Aziza')
})
