import { describe, expect, it } from 'vitest'
import { assign } from '../../lib/experiment/trial.mjs'
import { chooseTrials, type PageTrials } from './choose-trials.mjs'

const trials: PageTrials = [
  {
    key: 'buy-words',
    place: 'product-button',
    shown: 'add',
    share: 100,
    variants: [
      { option: 'add', weight: 1 },
      { option: 'take', weight: 1 },
    ],
  },
]
const of = (option: string | null) =>
  Array.from({ length: 1000 }, (_, bucket) => bucket).find(
    (bucket) => trials[0] !== undefined && assign(trials[0], bucket) === option,
  ) ?? -1
const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140 Safari/537.36' }
const choose = (cookie: string, headers: Record<string, string> = browser, draw = 0) =>
  chooseTrials(trials, { ...headers, cookie }, { secure: false, draw: () => draw })

describe('what the front shows of an experiment', () => {
  it('is drawn once and then follows from the cookie', () => {
    const taking = of('take')
    const first = choose('', browser, taking / 1000)
    expect(first.options).toEqual(['product-button.take'])
    expect(first.cookies).toEqual([
      `bozor_bucket=${taking}; Max-Age=34128000; HttpOnly; Path=/; SameSite=Lax`,
      'bozor_exp=buy-words.take; Max-Age=7776000; Path=/; SameSite=Lax',
    ])
    for (const draw of [0, 0.3, 0.999])
      expect(choose(`a=b; bozor_bucket=${taking}; bozor_exp=buy-words.take`, browser, draw)).toEqual({
        options: ['product-button.take'],
        cookies: [],
      })
    expect(choose(`bozor_bucket=${of('add')}; bozor_exp=buy-words.add`)).toEqual({ options: [], cookies: [] })
  })

  it('is remembered beside what was shown before', () => {
    const { cookies } = choose(`bozor_bucket=${of('add')}; bozor_exp=hero-words.price,buy-words.take`)
    expect(cookies).toEqual([expect.stringMatching(/^bozor_exp=buy-words\.add,hero-words\.price;/)])
  })

  it('is the usual page for engines, programs and who names nothing', () => {
    for (const agent of [
      'Mozilla/5.0 (compatible; Googlebot/2.1)',
      'YandexBot/3.0',
      'curl/8',
      'TelegramBot',
      'Chrome-Lighthouse',
    ])
      expect(choose('', { 'user-agent': agent }, of('take') / 1000)).toEqual({ options: [], cookies: [] })
    expect(choose('', {}, of('take') / 1000)).toEqual({ options: [], cookies: [] })
  })

  it('is drawn anew from a cookie that somebody spoilt', () => {
    for (const spoilt of ['bozor_bucket=1000', 'bozor_bucket=x', 'bozor_bucket=-1', 'xbozor_bucket=5'])
      expect(choose(spoilt).cookies[0], spoilt).toMatch(/^bozor_bucket=0;/)
    const { cookies } = choose('bozor_bucket=1; bozor_exp="><script>')
    expect(cookies[0]).toMatch(/^bozor_exp=buy-words\.(add|take);/)
  })
})
