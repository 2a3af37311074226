import { unstable_doesMiddlewareMatch as matches } from 'next/experimental/testing/server'
import { expect, it, vi } from 'vitest'

vi.mock('@/lib/auth', () => ({ actorFromRequest: () => ({ kind: 'guest' }) }))
const { config } = await import('../../proxy')

const asked = (url: string) => matches({ config, url, nextConfig: {} })

it.each([
  '/uz',
  '/uz/c/idish',
  '/uz/c/idish/p/2',
  '/uz/c/idish/f/brand-x',
  '/ru/p/choynak',
  '/en/shop/rishton',
  '/uz/help',
])('is not asked about %s: a page for everybody would be made for one', (path) => {
  for (const query of ['', '?sort=new', '?drop=q', '?utm_source=x']) expect(asked(path + query)).toBe(false)
})

it('is asked about the desks, and about a search that leads elsewhere', () => {
  expect(asked('/uz/seller')).toBe(true)
  expect(asked('/ru/admin/payouts')).toBe(true)
  expect(asked('/uz/search?q=a&drop=q')).toBe(true)
  expect(asked('/uz/search?q=a')).toBe(false)
})
