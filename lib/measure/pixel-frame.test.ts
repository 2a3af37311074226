import { createHash } from 'node:crypto'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { pixelBridge } from './pixel-bridge'
import { pixelFrame } from './pixel-frame'
import { askedShopsSchema, shopPixelsSchema } from './pixel-input'

const none = { ga4: '', meta: '', metrica: '' }
const read = (given: Partial<typeof none>) => shopPixelsSchema.safeParse({ ...none, ...given })

describe('what a seller types', () => {
  it('is a number of a known shape, however it was copied', () => {
    expect(read({ ga4: ' g-ab12cd34ef ', meta: '123456789012345', metrica: ' 98765432' }).data).toEqual({
      ga4: 'G-AB12CD34EF',
      meta: '123456789012345',
      metrica: '98765432',
    })
    expect(read({}).data).toEqual({ ga4: null, meta: null, metrica: null })
  })

  it('is never a script, an address or anything else', () => {
    for (const ga4 of ['<script>', 'G-', 'UA-123', 'G-A B', 'https://x.test/G-AB12', 'G-AB12"']) {
      expect(read({ ga4 }).success, ga4).toBe(false)
    }
    for (const other of ['12', '123456x', '１２３４５６', "1');alert(1"]) {
      expect([read({ meta: other }).success, read({ metrica: other }).success], other).toEqual([false, false])
    }
    expect(askedShopsSchema.safeParse(['kitob-olami']).success).toBe(true)
    expect(askedShopsSchema.safeParse(['../x']).success).toBe(false)
    expect(askedShopsSchema.safeParse(Array.from({ length: 21 }, () => 'a')).success).toBe(false)
  })
})

describe('the document of a shop’s counters', () => {
  it('may run its own script and those of its counters, and call nobody else', () => {
    const { html, policy } = pixelFrame({ ga4: null, meta: '123456', metrica: null })
    const script = /<script>([\s\S]*)<\/script>/.exec(html)?.[1] ?? ''
    const hash = createHash('sha256').update(script).digest('base64')
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      'sandbox allow-scripts',
      `script-src 'sha256-${hash}' https://connect.facebook.net`,
      'connect-src https://connect.facebook.net https://www.facebook.com',
      'img-src https://connect.facebook.net https://www.facebook.com',
      "frame-ancestors 'self'",
      "base-uri 'none'",
      "form-action 'none'",
    ])
    expect(html).toContain('data-scripts="[&quot;https://connect.facebook.net/en_US/fbevents.js&quot;]"')
    expect(html.length).toBeLessThan(2_000)
  })

  it('takes orders through the port that its page gives, once, and from nobody else', () => {
    type Told = { source: unknown; ports: { onmessage?: (call: { data: unknown[] }) => void }[] }
    const listeners: ((told: Told) => void)[] = []
    const loaded: { src: string }[] = []
    const document = {
      body: {
        dataset: { scripts: '["https://x.test/a.js"]' },
        append: (script: { src: string }) => loaded.push(script),
      },
      createElement: () => ({}),
    }
    const frame: Record<string, unknown> = {
      document,
      addEventListener: (_: string, take: never) => listeners.push(take),
    }
    const page = {}
    runInNewContext(pixelBridge, Object.assign(frame, { window: frame, parent: page }))
    const port: Told['ports'][number] = {}
    listeners[0]?.({ source: {}, ports: [port] })
    expect([loaded.length, port.onmessage]).toEqual([0, undefined])
    listeners[0]?.({ source: page, ports: [port] })
    expect(loaded.map(({ src }) => src)).toEqual(['https://x.test/a.js'])
    for (const data of [
      ['gtag', 'event', 'view_item'],
      ['fbq', 'init', '1'],
      ['ym', 1, 'init'],
      ['goods', { ecommerce: 1 }],
      ['eval', 'x'],
    ])
      port.onmessage?.({ data })
    const plain = (value: unknown) => JSON.parse(JSON.stringify(value))
    expect(plain(frame['dataLayer'])).toEqual([{ 0: 'event', 1: 'view_item' }, { ecommerce: 1 }])
    expect(plain((frame['fbq'] as { queue: unknown }).queue)).toEqual([{ 0: 'init', 1: '1' }])
    expect(plain((frame['ym'] as { a: unknown }).a)).toEqual([{ 0: 1, 1: 'init' }])
  })
})
