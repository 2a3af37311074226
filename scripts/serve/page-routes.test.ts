import { describe, expect, it } from 'vitest'
import { pageRoutes } from './page-routes.mjs'

const route = (page: string, regex: string) => ({ page, regex })
const { addressOf, locales } = pageRoutes({
  prerender: {
    routes: {
      '/uz': { srcRoute: '/[locale]' },
      '/ru': { srcRoute: '/[locale]' },
      '/uz/cart': { srcRoute: '/[locale]/cart' },
    },
    dynamicRoutes: {
      '/[locale]': { _isEnsureStaticPage: true },
      '/[locale]/p/[product]': { _isEnsureStaticPage: true },
      '/[locale]/cart': {},
    },
  },
  routes: {
    staticRoutes: [route('/robots.txt', '^/robots\\.txt(?:/)?$')],
    dynamicRoutes: [
      route('/goods/[file]', '^/goods/([^/]+?)(?:/)?$'),
      route('/[locale]', '^/([^/]+?)(?:/)?$'),
      route('/[locale]/cart', '^/([^/]+?)/cart(?:/)?$'),
      route('/[locale]/p/[product]', '^/([^/]+?)/p/([^/]+?)(?:/)?$'),
    ],
    redirects: [{ ...route('', '^(?!/_next)/(?:/)?$') }],
    rewrites: { beforeFiles: [], afterFiles: [route('/:key.txt', '^/([a-z0-9-]{8,128})\\.txt$')], fallback: [] },
  },
  files: ['/motif/mark.svg'],
})

describe('an address', () => {
  it('knows the languages from the build', () => expect(locales).toEqual(['uz', 'ru']))

  it.each(['/uz', '/ru', '/uz/p/choynak', '/ru/p/%D1%87'])('%s is a page for everybody', (path) => {
    expect(addressOf(path)).toEqual({ kind: 'page' })
  })

  it.each([
    '/',
    '/uz/',
    '/uz/cart',
    '/robots.txt',
    '/abcd1234-key.txt',
    '/goods/a.avif',
    '/motif/mark.svg',
    '/_next/static/a.js',
    '/api/v1/products',
    '//evil.example',
    'http://x/uz',
  ])('%s is left to Next', (path) => expect(addressOf(path)).toEqual({ kind: 'other' }))

  it.each([
    ['/uz/nope', 'uz'],
    ['/ru/p/a/b', 'ru'],
    ['/uz/p/%E0%A4%A', 'uz'],
    ['/uz/p/a%00', 'uz'],
    ['/xx', null],
    ['/xx/cart', null],
    ['/nope.php', null],
    ['/wp-content/x/y', null],
  ])('%s leads nowhere', (path, locale) => expect(addressOf(path)).toEqual({ kind: 'missing', locale }))
})
