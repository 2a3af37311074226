import { createHash } from 'node:crypto'
import { env } from '@/lib/kernel/env'
import { counterSources } from './counter-sources.mjs'
import { pixelBridge } from './pixel-bridge'
import type { ShopPixels } from './schema'

const hash = `'sha256-${createHash('sha256').update(pixelBridge).digest('base64')}'`

const asText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** Where the scripts of these counters are; their numbers are digits and letters. */
const scriptsOf = ({ ga4, meta, metrica }: ShopPixels): string[] => [
  ...(ga4 === null ? [] : [`${env.GA4_SCRIPT_URL}?id=${ga4}`]),
  ...(meta === null ? [] : [env.META_SCRIPT_URL]),
  ...(metrica === null ? [] : [`${env.METRICA_SCRIPT_URL}?id=${metrica}`]),
]

/**
 * The document that a shop's counters run in, and its policy: of no origin, even when it is opened by itself, so that it
 * sees neither cookies nor the page around it; it may call whom its counters call and nobody else, and sends no forms.
 */
export function pixelFrame(pixels: ShopPixels): { html: string; policy: string } {
  const { scripts, calls } = counterSources({
    NODE_ENV: 'production',
    ...(pixels.ga4 !== null && { GA4_MEASUREMENT_ID: pixels.ga4, GA4_SCRIPT_URL: env.GA4_SCRIPT_URL }),
    ...(pixels.meta !== null && { META_PIXEL_ID: pixels.meta, META_SCRIPT_URL: env.META_SCRIPT_URL }),
    ...(pixels.metrica !== null && { METRICA_ID: pixels.metrica, METRICA_SCRIPT_URL: env.METRICA_SCRIPT_URL }),
  })
  const list = asText(JSON.stringify(scriptsOf(pixels)))
  return {
    html: `<!doctype html><meta charset="utf-8"><title>Bozor</title><body data-scripts="${list}"><script>${pixelBridge}</script>`,
    policy: [
      "default-src 'none'",
      'sandbox allow-scripts',
      ['script-src', hash, ...scripts].join(' '),
      ['connect-src', ...calls].join(' '),
      ['img-src', ...calls].join(' '),
      "frame-ancestors 'self'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
  }
}
