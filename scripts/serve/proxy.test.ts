import fs from 'node:fs'
import path from 'node:path'
import { unstable_doesMiddlewareMatch as matches } from 'next/experimental/testing/server'
import { expect, it, vi } from 'vitest'
import { locales } from '@/lib/i18n'

vi.mock('@/lib/auth', () => ({ actorFromRequest: () => ({ kind: 'guest' }) }))
const { config } = await import('../../proxy')

const asked = (url: string) => matches({ config, url, nextConfig: {} })

/** Every page of the catalogue as its file says, with what may stand for the rest of its address. */
const catalogue = fs
  .readdirSync('app/[locale]/(shop)', { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx')
  .map((file) => file.split(path.sep).slice(0, -1).join('/'))
  .flatMap((page) =>
    // What is called as a desk or as the search is none of them.
    ['x', 'seller', 'admin/x', 'search', 'f/brand-x/p/2'].map((rest) => `/${page.replace(/\[.*$/, rest)}`),
  )

it('is asked about no page of the catalogue, in any language or variant: a page for everybody would be made for one', () => {
  const paths = [...new Set(catalogue)].map((page) => page.replace(/\/$/, ''))
  for (const known of ['', '/c/search', '/p/seller', '/shop/admin/x', '/help/x', '/missing'])
    expect(paths).toContain(known)
  for (const locale of locales)
    for (const first of [locale, `${locale}~home-hero.price`, `${locale}~product-button.take~category-cards.dense`])
      for (const page of paths)
        for (const query of ['', '?sort=new', '?drop=q', '?utm_source=x'])
          expect(asked(`/${first}${page}${query}`), `/${first}${page}${query}`).toBe(false)
})

it('is asked about the desks, and about a search that leads elsewhere', () => {
  expect(asked('/uz/seller')).toBe(true)
  expect(asked('/ru/admin/payouts')).toBe(true)
  expect(asked('/uz/search?q=a&drop=q')).toBe(true)
  expect(asked('/uz/search?q=a')).toBe(false)
})
