import fs from 'node:fs'
import path from 'node:path'
import { request as api, type Browser, chromium } from '@playwright/test'
import { severalProcesses } from '../e2e/browser-flags'
import { enterAs } from '../e2e/fixtures'
import { findGoods, type Goods, openPage, type PageType, pageTypes } from '../e2e/pages'
import { isLocale, type Locale } from '../lib/i18n'
import { findBrowser } from './browser'

// node scripts/run.mjs look <folder> [--url U] [--only home,cart] [--locale uz,ru] [--width 390,1280] [--theme light,dark]
const [folder = 'screenshots', ...rest] = process.argv.slice(2)

function flag(name: string, all: string): string[] {
  const at = rest.indexOf(`--${name}`)
  return (at < 0 ? all : (rest[at + 1] ?? all)).split(',')
}

const baseURL = flag('url', process.env.BASE_URL ?? 'http://localhost:3000').join(',')
const only = flag('only', pageTypes.map((type) => type.name).join(','))
const widths = flag('width', '390,1280').map(Number)
const themes = flag('theme', 'light,dark')
const languages = flag('locale', 'uz,ru,en').filter(isLocale)

type Shot = { type: PageType; locale: Locale; width: number; theme: string }

async function take(browser: Browser, goods: Goods, { type, locale, width, theme }: Shot): Promise<void> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height: width < 900 ? 844 : 900 },
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  try {
    if (type.as !== undefined) await enterAs(context, browser, type.as, baseURL)
    const page = await context.newPage()
    await openPage(page, type, locale, goods)
    await page.evaluate(async () => {
      for (const image of document.images) image.loading = 'eager'
      await Promise.allSettled([...document.images].map((image) => image.decode()))
    })
    await page.waitForTimeout(300)
    const file = path.join(folder, `${type.name}-${locale}-${theme}-${width}.png`)
    await page.screenshot({ path: file, fullPage: true })
    console.log(file)
  } catch (error) {
    console.log(`${type.name} ${locale}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
  } finally {
    await context.close()
  }
}

fs.mkdirSync(folder, { recursive: true })
const { executablePath, args } = await findBrowser()
const browser = await chromium.launch({ executablePath, args: severalProcesses(args) })
const goods = await findGoods(await api.newContext({ baseURL }))
for (const type of pageTypes.filter(({ name }) => only.includes(name))) {
  for (const locale of languages) {
    for (const width of widths) {
      for (const theme of themes) await take(browser, goods, { type, locale, width, theme })
    }
  }
}
await browser.close()
process.exit(0)
