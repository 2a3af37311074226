import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { severalProcesses } from '../e2e/browser-flags'
import { findProduct, ownShop } from '../e2e/fixtures'
import { rootCategory } from '../e2e/own-product'
import { fillCart } from '../e2e/pages'
import { findBrowser } from './browser'
import { freePort } from './free-port'
import { home, running } from './instance'
import { run } from './run-child'
import { StartError } from './start-error'
import { explain } from './step'

// npm run lighthouse [-- --url U --runs 5 --only home,cart --consent --strict]: what a phone on a slow line sees, warm
// pages. With `--consent` the visitor has said yes to all counters that are configured.
const flags = process.argv.slice(2)
const flag = (name: string, otherwise: string) => {
  const at = flags.indexOf(`--${name}`)
  return at < 0 ? otherwise : (flags[at + 1] ?? otherwise)
}
const runs = Number(flag('runs', '5'))
const strict = flags.includes('--strict')
const consents = flags.includes('--consent')
const wanted = { performance: 97, accessibility: 100, 'best-practices': 100, seo: 100 }
type Category = keyof typeof wanted
const categories = Object.keys(wanted) as Category[]

/** Larger than everything else here together and of a newer Node: fetched when it is first asked for, from the registry. */
const packages = ['lighthouse@13.5.0', 'node@24.21.0']
const folder = path.join(home, 'lighthouse')

async function install(): Promise<{ node: string; cli: string }> {
  const node = path.join(folder, 'node_modules/node/bin/node')
  const cli = path.join(folder, 'node_modules/lighthouse/cli/index.js')
  if (fs.existsSync(node) && fs.existsSync(cli)) return { node, cli }
  console.log('… installing Lighthouse and the Node it needs (once, 365 MB)')
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, 'package.json'), '{"private":true}')
  const npm = process.env.npm_execpath ?? ''
  const args = [
    'install',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--save-exact',
    '--prefix',
    folder,
    ...packages,
  ]
  const ended = await run([npm, ...args], process.env, true)
  if (ended.code !== 0 || !fs.existsSync(node)) {
    console.error(ended.output)
    throw new StartError('Lighthouse could not be installed. Run it through npm: npm run lighthouse')
  }
  return { node, cli }
}

type Report = {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { score: number | null; numericValue?: number; title: string; displayValue?: string }>
}

/** Nobody's but the visitor's: that engines keep away from them is no fault. */
const personal = new Set(['cart', 'checkout'])

async function audit(tools: { node: string; cli: string }, port: number, page: string, url: string): Promise<Report> {
  const file = path.join(folder, 'report.json')
  fs.rmSync(file, { force: true })
  const only = `--only-categories=${categories.join(',')}`
  // The cart is the browser's: its storage stays, and the page is one that the server has made before.
  const args = [
    tools.cli,
    url,
    `--port=${port}`,
    '--output=json',
    `--output-path=${file}`,
    only,
    '--quiet',
    '--disable-storage-reset',
    ...(personal.has(page) ? ['--skip-audits=is-crawlable'] : []),
  ]
  const child = spawn(tools.node, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new StartError(`Lighthouse ended with ${code}: ${said.slice(-500)}`)
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Report
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const metrics = {
  FCP: 'first-contentful-paint',
  LCP: 'largest-contentful-paint',
  TBT: 'total-blocking-time',
  CLS: 'cumulative-layout-shift',
  SI: 'speed-index',
} as const

type Line = { page: string; url: string; missed: string[] } & Record<Category | keyof typeof metrics, number>

function summary(page: string, url: string, reports: Report[]): Line {
  const score = (category: Category) =>
    Math.round(median(reports.map((one) => (one.categories[category]?.score ?? 0) * 100)))
  const value = (id: string) =>
    Math.round(median(reports.map((one) => one.audits[id]?.numericValue ?? 0)) * 1000) / 1000
  const [last] = reports
  const missed = categories
    .filter((category) => category !== 'performance')
    .flatMap((category) => last?.categories[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (last?.audits[id]?.score ?? 1) < 1)
    .map(({ id }) => id)
  const scores = Object.fromEntries(categories.map((category) => [category, score(category)]))
  const values = Object.fromEntries(Object.entries(metrics).map(([name, id]) => [name, value(id)]))
  return { page, url, missed: [...new Set(missed)], ...scores, ...values } as Line
}

/** A cart with goods in the browser that Lighthouse will use. */
async function prepare(browser: Browser, base: string): Promise<Record<string, string>> {
  const page = await (browser.contexts()[0] ?? (await browser.newContext())).newPage()
  const request = page.request
  const at = (inside: string) => new URL(inside, base).href
  const local = {
    get: (url: string) => request.get(at(url)),
    post: (url: string, body?: object) => request.post(at(url), body),
  }
  const product = await findProduct(local as never, ownShop)
  await fillCart({ request: local } as never, 'uz', [product])
  const category = await rootCategory(local as never)
  if (consents) {
    const data = { analytics: true, ads: true, channel: 'banner', locale: 'uz' }
    const answer = await request.post(at('/api/consent'), { data })
    if (!answer.ok()) throw new StartError(`/api/consent answered ${answer.status()}`)
    const { counters } = (await (await request.get(at('/api/me'))).json()) as { counters: object | null }
    console.log(`consent given; configured: ${JSON.stringify(counters)}`)
  }
  await page.close()
  const all = { home: '/uz', category, product: `/uz/p/${product.slug}`, cart: '/uz/cart', checkout: '/uz/checkout' }
  const only = flag('only', Object.keys(all).join(',')).split(',')
  return Object.fromEntries(Object.entries(all).filter(([name]) => only.includes(name)))
}

async function main(): Promise<boolean> {
  const base = flag('url', `http://localhost:${running()?.port ?? 3000}`)
  if (!(await fetch(`${base}/api/health`).catch(() => null))?.ok)
    throw new StartError(`Nothing answers at ${base}. Start the market first, or say --url.`)
  const tools = await install()
  const port = await freePort()
  const { executablePath, args } = await findBrowser()
  const launched = await chromium.launchPersistentContext('', {
    executablePath,
    args: [...severalProcesses(args), `--remote-debugging-port=${port}`],
  })
  const lines: Line[] = []
  try {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    for (const [page, inside] of Object.entries(await prepare(browser, base))) {
      const url = new URL(inside, base).href
      await (await fetch(url)).arrayBuffer()
      const reports: Report[] = []
      for (let at = 0; at < runs; at += 1) reports.push(await audit(tools, port, page, url))
      const line = summary(page, url, reports)
      lines.push(line)
      console.log(JSON.stringify(line))
    }
  } finally {
    await launched.close()
  }
  fs.mkdirSync(path.join(home, 'reports'), { recursive: true })
  fs.writeFileSync(path.join(home, 'reports', 'lighthouse.json'), JSON.stringify({ runs, pages: lines }, null, 2))
  console.table(
    Object.fromEntries(lines.map(({ page, url: _, missed, ...rest }) => [page, { ...rest, missed: missed.join(' ') }])),
  )
  return lines.every((line) => categories.every((category) => line[category] >= wanted[category]))
}

try {
  const good = await main()
  console.log(good ? 'all pages reach what is wanted' : `below what is wanted: ${JSON.stringify(wanted)}`)
  process.exit(good || !strict ? 0 : 1)
} catch (error) {
  explain(error)
  process.exit(1)
}
