import { chromium } from '@playwright/test'
import { severalProcesses } from '../e2e/browser-flags'
import { locales } from '../lib/i18n'
import { findBrowser } from './browser'
import { running } from './instance'
import { StartError } from './start-error'
import { explain } from './step'

// node scripts/run.mjs visits [--url U] [--rounds 3]: real visits by a real browser, to have something on the page of speed.
const flag = (name: string, otherwise: string) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise)
}
const base = flag('url', `http://localhost:${running()?.port ?? 3000}`)
const rounds = Number(flag('rounds', '3'))

type Listed = { items: { slug: string }[] }

async function visit(): Promise<number> {
  const { items } = (await (await fetch(`${base}/api/v1/products?limit=50`)).json()) as Listed
  const { items: categories } = (await (await fetch(`${base}/api/v1/categories`)).json()) as Listed
  const { executablePath, args } = await findBrowser()
  const browser = await chromium.launch({ executablePath, args: severalProcesses(args) })
  let visits = 0
  for (let round = 0; round < rounds; round += 1)
    for (const locale of locales)
      for (const width of [390, 1280]) {
        const context = await browser.newContext({ baseURL: base, viewport: { width, height: 844 } })
        const page = await context.newPage()
        const slug = items[(round * 7 + visits) % items.length]?.slug
        const category = categories[round % categories.length]?.slug
        for (const path of ['', `/c/${category}`, `/p/${slug}`, '/help', '/search?q=choynak', '/cart']) {
          await page.goto(`/${locale}${path}`)
          await page.waitForLoadState('networkidle')
          // A press on nothing: what an answer takes is measured too. The next address tells what this page was like.
          await page.mouse.click(4, 400)
          await page.waitForTimeout(1000)
          visits += 1
        }
        await page.goto('about:blank')
        await context.close()
      }
  await browser.close()
  return visits
}

try {
  if (!(await fetch(`${base}/api/health`).catch(() => null))?.ok) throw new StartError(`Nothing answers at ${base}.`)
  console.log(`${await visit()} visits; see ${base}/uz/admin/speed`)
  process.exit(0)
} catch (error) {
  explain(error)
  process.exit(1)
}
