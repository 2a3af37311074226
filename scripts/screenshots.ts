import fs from 'node:fs'
import { chromium } from '@playwright/test'
import { findBrowser } from './browser'

// The two pictures of the README, from a running market: node scripts/run.mjs screenshots [url]
const base = process.argv[2] ?? 'http://localhost:3000'
const answer = await fetch(`${base}/api/v1/products?limit=1`)
const { items } = (await answer.json()) as { items: { slug: string }[] }
const shots = [
  { file: 'home.png', path: '/en', width: 1280, height: 800 },
  { file: 'product-phone.png', path: `/uz/p/${items[0]?.slug ?? ''}`, width: 390, height: 800 },
]
fs.mkdirSync('docs/img', { recursive: true })
const browser = await chromium.launch(await findBrowser())
for (const { file, path, width, height } of shots) {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.goto(`${base}${path}`, { waitUntil: 'networkidle' })
  await page.screenshot({ path: `docs/img/${file}` })
}
await browser.close()
