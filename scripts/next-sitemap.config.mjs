// For the command line of next-sitemap, at the end of a build: static pages only. Goods, categories and shops are listed
// when somebody asks (lib/seo/sitemap.ts), and what belongs to one visitor is listed nowhere.
const locales = ['uz', 'ru', 'en']
const siteUrl = process.env.APP_URL ?? `http://localhost:${process.env.PORT ?? 3000}`

// Named are the pages for everybody, and not the others: a new page of a visitor's own is listed nowhere by itself.
const open = /^\/[a-z]{2}(?:\/help(?:\/.*)?)?$/

/** @type {import('next-sitemap').IConfig} */
export default {
  siteUrl,
  outDir: '.next/sitemaps',
  sitemapBaseFileName: 'static',
  generateIndexSitemap: false,
  generateRobotsTxt: false,
  // A build is no change of a page, and engines stop to believe who says so.
  autoLastmod: false,
  sitemapSize: 45_000,
  exclude: ['/', '/_*', '/*.*', '/api/*'],
  transform: (_config, path) => {
    const [, locale, ...rest] = path.split('/')
    if (!open.test(path) || !locales.includes(locale)) return undefined
    const at = (other) => [siteUrl, other, ...rest].join('/')
    const refs = locales.map((other) => ({ hreflang: other, href: at(other), hrefIsAbsolute: true }))
    return { loc: path, alternateRefs: [...refs, { hreflang: 'x-default', href: at('uz'), hrefIsAbsolute: true }] }
  },
}
