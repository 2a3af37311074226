import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './scripts/browser'

const launchOptions = await findBrowser()

/** What the server says is the same on every screen: asked once. */
const alike =
  /(budgets|engines|experiments|headers|heatmaps|instances|pages|payout|shop-pixels|statuses|vitals)\.spec\.ts$/

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Two cores carry the browser, the server and the database together.
  workers: Number(process.env.E2E_WORKERS ?? 2),
  fullyParallel: false,
  timeout: 60_000,
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? '.data/reports/playwright.json' }],
  ],
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    launchOptions,
    locale: 'uz-UZ',
    timezoneId: 'Asia/Tashkent',
    // What a trace costs each test is paid where nobody can look over its shoulder only when it is run again.
    trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
  },
  projects: [
    {
      name: 'desktop',
      grepInvert: /@phone/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 } },
    },
    {
      name: 'phone',
      testIgnore: alike,
      grepInvert: /@desk/,
      use: { ...devices['Pixel 5'], viewport: { width: 390, height: 844 } },
    },
  ],
})
