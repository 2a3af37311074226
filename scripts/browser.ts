import fs from 'node:fs'
import { chromium } from '@playwright/test'

type Browser = { executablePath: string; args: string[] }

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser that is already here; the last one comes with the packages, so nothing is ever downloaded. */
export async function findBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH
  if (given) return { executablePath: given, args: quiet }
  const installed = [chromium.executablePath(), '/usr/bin/chromium'].find((file) => file && fs.existsSync(file))
  if (installed) return { executablePath: installed, args: quiet }
  const { default: packaged } = await import('@sparticuz/chromium')
  // Made for one page a process: with these two a second page closes the browser.
  const kept = packaged.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote')
  return { executablePath: await packaged.executablePath(), args: [...new Set([...kept, ...quiet])] }
}
