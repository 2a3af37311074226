import fs from 'node:fs'
import path from 'node:path'

/**
 * What an address is: a page that is the same for everybody (`page`), an address that leads nowhere (`missing`, in the
 * language of its first segment if it has one), or something that is none of the cache's business (`other`).
 * @typedef {{ kind: 'page' } | { kind: 'missing', locale: string | null } | { kind: 'other' }} Address
 */

/**
 * @typedef {object} Built what the build says about its routes
 * @property {{ routes: Record<string, { srcRoute?: string }>, dynamicRoutes: Record<string, { _isEnsureStaticPage?: boolean }> }} prerender
 * @property {{ staticRoutes: Route[], dynamicRoutes: Route[], redirects: (Route & { internal?: boolean })[], rewrites?: Record<string, Route[]> }} routes
 * @property {string[]} files below `public/`, as addresses
 * @typedef {{ page: string, regex: string }} Route
 */

/** @param {string} dir @returns {Built} */
export function readBuilt(dir) {
  /** @param {string} file */
  const read = (file) => JSON.parse(fs.readFileSync(path.join(dir, '.next', file), 'utf8'))
  const files = listFiles(path.join(dir, 'public'))
  return { prerender: read('prerender-manifest.json'), routes: read('routes-manifest.json'), files }
}

/** @param {string} dir */
function listFiles(dir) {
  if (!fs.existsSync(dir)) return []
  return fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}`)
}

/** @param {Built} built @returns {{ locales: string[], addressOf: (path: string) => Address }} */
export function pageRoutes({ prerender, routes, files }) {
  const locales = Object.entries(prerender.routes)
    .filter(([, { srcRoute }]) => srcRoute === '/[locale]')
    .map(([route]) => route.slice(1))
  const pages = Object.entries(prerender.dynamicRoutes)
    .filter(([, route]) => route._isEnsureStaticPage === true)
    .map(([page]) => page)
  const known = new Set([...files, ...routes.staticRoutes.map(({ page }) => page)])
  const redirects = routes.redirects.filter(({ internal }) => internal !== true).map(({ regex }) => new RegExp(regex))
  const rewrites = Object.values(routes.rewrites ?? {}).flatMap((list) => list.map(({ regex }) => new RegExp(regex)))
  const dynamic = routes.dynamicRoutes.map(({ page, regex }) => ({
    regex: new RegExp(regex),
    localised: page.startsWith('/[locale]'),
    isPage: pages.includes(page),
  }))

  /** @param {string} address @returns {Address} */
  function addressOf(address) {
    if (isLeft(address) || known.has(address)) return { kind: 'other' }
    if (rewrites.some((regex) => regex.test(address))) return { kind: 'other' }
    const first = address.split('/', 2)[1] ?? ''
    const locale = locales.includes(first) ? first : null
    if (!isWritten(address)) return { kind: 'missing', locale }
    const route = dynamic.find(({ regex }) => regex.test(address))
    if (route === undefined) {
      return redirects.some((regex) => regex.test(address)) ? { kind: 'other' } : { kind: 'missing', locale }
    }
    if (route.localised && locale === null) return { kind: 'missing', locale: null }
    return { kind: route.isPage ? 'page' : 'other' }
  }
  return { locales, addressOf }
}

/** Left to Next: its own files, handlers, and addresses that it first sends elsewhere. @param {string} address */
const isLeft = (address) =>
  !address.startsWith('/') ||
  address.startsWith('/_next/') ||
  address.startsWith('/api/') ||
  address.startsWith('//') ||
  address.endsWith('/') ||
  address.endsWith('.rsc') ||
  address.includes('\\')

/**
 * An address that is not UTF-8 leads nowhere; Next would take it for a mistake of its own, and the database a letter
 * that no text has.
 * @param {string} address
 */
function isWritten(address) {
  try {
    return !decodeURIComponent(address).includes('\0')
  } catch {
    return false
  }
}
