import { locales } from '@/lib/i18n'
import { env } from '@/lib/kernel/env'

const closed = ['cart', 'checkout', 'orders', 'account', 'sign-in', 'pay', 'search', 'seller', 'admin']

/** INDEXING=off closes the whole site, for a copy that is not the market. */
export function robots(): string {
  if (env.INDEXING === 'off') return 'User-agent: *\nDisallow: /\n'
  const pages = locales.flatMap((locale) => closed.map((page) => `Disallow: /${locale}/${page}`))
  return [
    'User-agent: *',
    'Disallow: /api/',
    ...pages,
    'Disallow: /*?',
    'Allow: /api/v1/docs',
    'Allow: /*?utm_',
    // A variant's own address: feeds lead to it, its canonical is the product's.
    'Allow: /*/p/*?v=',
    'Allow: /api/mcp',
    'Allow: /_next/',
    'Clean-param: utm_source&utm_medium&utm_campaign&utm_content&utm_term',
    'Clean-param: v /*/p/',
    '',
    `Sitemap: ${env.APP_URL}/sitemap.xml`,
    '',
  ].join('\n')
}

export const llms = (): string => `# Bozor

> A marketplace of many independent shops: one cart, one payment, one parcel from each shop. Prices are in UZS. Texts
> are in Uzbek (uz), Russian (ru) and English (en).

## Browse
- [Home, Uzbek](${env.APP_URL}/uz)
- [Home, Russian](${env.APP_URL}/ru)
- [Home, English](${env.APP_URL}/en)
- [Sitemap](${env.APP_URL}/sitemap.xml): every category, shop and product

## For programs
- [REST API, described for people](${env.APP_URL}/api/v1/docs)
- [OpenAPI 3.1 document](${env.APP_URL}/api/v1/openapi.json)
- [Tools for agents, Model Context Protocol over Streamable HTTP, read only](${env.APP_URL}/api/mcp): search products, look
  at one, ask where an order is
- [Feeds of all goods](${env.APP_URL}/feeds/index.json): Google, Meta and Yandex formats in three languages
- [Search products as JSON](${env.APP_URL}/api/v1/products?locale=en)
- [The tree of categories as JSON](${env.APP_URL}/api/v1/categories?locale=en)

## Help
- [Delivery](${env.APP_URL}/en/help/delivery)
- [Payment](${env.APP_URL}/en/help/payment)
- [Returns](${env.APP_URL}/en/help/returns)
`

export const manifest = () => ({
  name: 'Bozor',
  short_name: 'Bozor',
  id: '/uz',
  start_url: '/uz',
  scope: '/',
  display: 'standalone',
  lang: 'uz',
  background_color: '#faf6ef',
  theme_color: '#faf6ef',
  categories: ['shopping'],
  icons: [
    { src: '/motif/mark.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: '/motif/mark-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/motif/mark-512.png', sizes: '512x512', type: 'image/png' },
  ],
})

/** What programs can do here, as agents look it up: AI Catalog 1.0, ai-catalog.io. */
export function aiCatalog() {
  const { hostname } = new URL(env.APP_URL)
  const entry = (name: string, displayName: string, type: string, path: string, description: string) => ({
    identifier: `urn:air:${hostname}:${name}`,
    displayName,
    // Drafts of the specification differ in the name of this.
    type,
    mediaType: type,
    url: env.APP_URL + path,
    description,
  })
  return {
    specVersion: '1.0',
    host: { displayName: env.OPERATOR_NAME, identifier: hostname, documentationUrl: `${env.APP_URL}/api/v1/docs` },
    entries: [
      entry(
        'mcp',
        'Bozor tools',
        'application/mcp-server+json',
        '/api/mcp',
        'Read-only MCP endpoint (Streamable HTTP): search products, look at one, ask where an order is',
      ),
      entry(
        'rest',
        'Bozor REST API',
        'application/openapi+json',
        '/api/v1/openapi.json',
        'Catalogue, carts and orders',
      ),
      entry(
        'llms',
        'Bozor in words',
        'text/markdown',
        '/llms.txt',
        'Where everything is, for readers who are programs',
      ),
    ],
  }
}

/** Good until a year from now: RFC 9116 wants a date, and an old one means that nobody is there. */
export function securityTxt(now: Date): string {
  const expires = new Date(now)
  expires.setUTCMonth(expires.getUTCMonth() + 11)
  return [
    `Contact: mailto:security@${new URL(env.APP_URL).hostname}`,
    `Expires: ${expires.toISOString().slice(0, 10)}T00:00:00Z`,
    'Preferred-Languages: uz, ru, en',
    `Canonical: ${env.APP_URL}/.well-known/security.txt`,
    '',
  ].join('\n')
}
