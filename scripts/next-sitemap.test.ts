import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readUrlSet } from './seo/sitemap-rules'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sitemap-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const closed = ['/cart', '/sign-in', '/p/choynak', '/c/idish', '/shop/rishton', '/missing', '/reminders', '/helpers']
const made = ['', '/help', '/help/delivery', ...closed]

function writeBuild() {
  const routes = Object.fromEntries(
    ['uz', 'ru', 'en'].flatMap((locale) => made.map((page) => [`/${locale}${page}`, {}])),
  )
  const files = {
    'build-manifest.json': { pages: { '/_app': [], '/_error': [] } },
    'prerender-manifest.json': { routes: { ...routes, '/robots.txt': {}, '/_not-found': {} }, notFoundRoutes: [] },
    'routes-manifest.json': {},
  }
  fs.mkdirSync(path.join(folder, '.next'))
  for (const [name, value] of Object.entries(files))
    fs.writeFileSync(path.join(folder, '.next', name), JSON.stringify(value))
}

it('lists the static pages of a build in all languages, and nothing else', () => {
  writeBuild()
  const config = path.relative(folder, path.resolve('scripts/next-sitemap.config.mjs'))
  execFileSync(process.execPath, [path.resolve('node_modules/next-sitemap/bin/next-sitemap.mjs'), '--config', config], {
    cwd: folder,
    env: { ...process.env, APP_URL: 'https://bozor.example' },
    stdio: 'pipe',
  })
  const { urls, breaches } = readUrlSet(fs.readFileSync(path.join(folder, '.next/sitemaps/static.xml'), 'utf8'))
  expect(breaches).toEqual([])
  expect(urls.map(({ loc }) => loc).sort()).toEqual(
    ['en', 'ru', 'uz'].flatMap((locale) =>
      ['', '/help', '/help/delivery'].map((page) => `https://bozor.example/${locale}${page}`),
    ),
  )
  expect(urls.find(({ loc }) => loc.endsWith('/ru/help'))?.links).toEqual({
    uz: 'https://bozor.example/uz/help',
    ru: 'https://bozor.example/ru/help',
    en: 'https://bozor.example/en/help',
    'x-default': 'https://bozor.example/uz/help',
  })
  expect(urls.every(({ lastmod }) => lastmod === undefined)).toBe(true)
})
