import { expect, it } from 'vitest'
import { counterSources } from './counter-sources.mjs'

it('names only the counters that are configured', () => {
  expect(counterSources({} as NodeJS.ProcessEnv)).toEqual({ scripts: [], calls: [] })
  const found = counterSources({ META_PIXEL_ID: '123456', GA4_SCRIPT_URL: 'https://x.test/a.js' } as never)
  expect(found).toEqual({
    scripts: ['https://connect.facebook.net'],
    calls: ['https://connect.facebook.net', 'https://www.facebook.com'],
  })
})

it('takes the place of a script that is kept elsewhere', () => {
  const { scripts } = counterSources({
    GA4_MEASUREMENT_ID: 'G-1',
    GA4_SCRIPT_URL: 'http://127.0.0.1:4010/gtag.js',
  } as never)
  expect(scripts).toEqual(['http://127.0.0.1:4010'])
})
