import { gzipSync } from 'node:zlib'

/** Compressed bytes of a first visit, without pictures and fonts. */
export type PageWeight = { html: number; js: number; css: number }

/** What the framework itself loads for an empty page: no budget can be below it. */
const floor = 138_800

/** Most compressed bytes of each kind of page. */
export const budgets = {
  home: { html: 25_000, js: floor + 20_000, css: 14_000 },
  category: { html: 25_000, js: floor + 25_000, css: 14_000 },
  product: { html: 20_000, js: floor + 25_000, css: 14_000 },
  help: { html: 20_000, js: floor + 20_000, css: 14_000 },
  cart: { html: 25_000, js: floor + 45_000, css: 14_000 },
  checkout: { html: 25_000, js: floor + 45_000, css: 14_000 },
  seller: { html: 40_000, js: floor + 180_000, css: 28_000 },
  admin: { html: 40_000, js: floor + 180_000, css: 28_000 },
} as const satisfies Record<string, PageWeight>

type Fetch = (url: string) => Promise<Buffer>

const plainFetch: Fetch = async (url) => Buffer.from(await (await fetch(url)).arrayBuffer())

/** `read` asks in somebody's name, where a page wants to know who comes. */
export async function pageWeight(url: string, read: Fetch = plainFetch): Promise<PageWeight> {
  const html = (await read(url)).toString()
  const scripts = [...html.matchAll(/<script[^>]*\s(?:src|data-late)="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => !/nomodule/i.test(tag))
    .map(([, src = '']) => src)
  const styles = [...html.matchAll(/<link[^>]*rel="stylesheet"[^>]*>/g)].map(
    ([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? '',
  )
  const weigh = async (files: readonly string[]) => {
    const bodies = await Promise.all(
      [...new Set(files)].map((file) => read(new URL(file.replaceAll('&amp;', '&'), url).href)),
    )
    return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
  }
  return { html: gzipSync(html).length, js: await weigh(scripts), css: await weigh(styles) }
}
