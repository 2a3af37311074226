import { describe, expect, it } from 'vitest'
import { readTags } from './html'
import { readJsonLd } from './json-ld-rules'
import { readPage } from './page'
import { readRobots } from './robots-rules'
import { readSitemapIndex, readUrlSet } from './sitemap-rules'

describe('robots.txt', () => {
  const { mayRead, sitemaps } = readRobots(`User-agent: other
Disallow: /
User-agent: *
Disallow: /api/
Disallow: /*?
Allow: /*?utm_
Allow: /*/p/*?v=
Disallow: /end$
Sitemap: https://x/sitemap.xml`)
  it.each([
    ['/uz', true],
    ['/api/v1', false],
    ['/uz/c/a?sort=price', false],
    ['/uz/c/a?utm_source=b', true],
    ['/uz/p/a?v=1', true],
    ['/end', false],
    ['/ending', true],
  ])('%s may be read: %s', (path, may) => expect(mayRead(path)).toBe(may))
  it('names its sitemaps', () => expect(sitemaps).toEqual(['https://x/sitemap.xml']))
})

describe('a page', () => {
  const body = `<!DOCTYPE html><html lang="uz"><head><title>A &amp; B</title><link rel="canonical" href="https://x/uz"/>
    <link rel="alternate" hrefLang="ru" href="https://x/ru"/><meta name="description" content="&quot;C&quot;"/>
    <script>var a = '<h1>no</h1>'</script><script type="application/ld+json">{"a":1}</script></head>
    <body><h1>One <b>two</b></h1><a href="/uz/c/a">x</a><a href="#y">y</a><img src="/a.jpg" alt=""><img src="/b.jpg"></body></html>`
  const page = readPage('https://x/uz', { status: 200, headers: new Headers(), body })
  it('is read as an engine reads it', () => {
    expect(page).toMatchObject({
      title: 'A & B',
      description: '"C"',
      canonicals: ['https://x/uz'],
      languages: { ru: 'https://x/ru' },
      headings: ['One two'],
      links: [{ href: 'https://x/uz/c/a', nofollow: false }],
      images: [
        { src: 'https://x/a.jpg', alt: '' },
        { src: 'https://x/b.jpg', alt: null },
      ],
      scripts: ['{"a":1}'],
      lang: 'uz',
    })
  })
  it('has no tags in its scripts', () =>
    expect(readTags('<script>"<a>"</script><p>').map(({ name }) => name)).toEqual(['script', 'p']))
})

describe('markup', () => {
  const context = { '@context': 'https://schema.org' }
  const wrong = (value: object) => readJsonLd([JSON.stringify({ ...context, ...value })]).breaches
  it('is right or named', () => {
    expect(wrong({ '@type': 'WebSite', name: 'a', url: 'b' })).toEqual([])
    expect(wrong({ '@type': 'FAQPage' })).toEqual(['FAQPage is retired or rejected'])
    expect(wrong({ '@type': 'Product', name: 'a', offers: { '@type': 'AggregateOffer' } })).toEqual([
      'AggregateOffer is retired or rejected',
    ])
    expect(wrong({ '@type': 'WebSite', name: 'a', url: 'b', publisher: { '@id': '#x' } })).toEqual([
      '#x is mentioned and not there',
    ])
    expect(readJsonLd(['{']).breaches).toEqual(['JSON-LD that is no JSON'])
    expect(readJsonLd([JSON.stringify({ ...context, '@type': 'Thing', name: '<b>' })]).breaches).toContain(
      'JSON-LD with an open <',
    )
  })
})

describe('a sitemap', () => {
  const head = '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
  const of = (inner: string) => readUrlSet(`${head}${inner}</urlset>`).breaches
  it('that keeps the rules has no breach', () => {
    expect(of('<url><loc>https://x.example/a</loc><lastmod>2026-11-21T10:00:00.000Z</lastmod></url>')).toEqual([])
  })
  it.each([
    ['', 'it is empty'],
    ['<url><lastmod>2026-11-21</lastmod><loc>https://x.example/a</loc></url>', 'url has lastmod, loc'],
    ['<url><loc>https://x.example/a</loc><lastmod>yesterday</lastmod></url>', 'not a date: yesterday'],
    ['<url><loc>/a-relative-address</loc></url>', 'not an address: /a-relative-address'],
    ['<url><loc>https://x.example/a</loc></url><url><loc>https://x.example/a</loc></url>', '1 addresses twice'],
  ])('%s has one', (inner, breach) => expect(of(inner)).toContain(breach))
  it('that is no XML cannot be read', () => {
    expect(() => of('<url><loc>https://x.example/?a&b</loc></url>')).toThrow()
    expect(() => readSitemapIndex('<a><b></a>')).toThrow()
  })
})
