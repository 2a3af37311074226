import { describe, expect, it } from 'vitest'
import { consentVersion } from '@/lib/consent/schema'
import { readOrigin } from './read-origin'

const touch = { source: 'telegram', medium: 'post', campaign: 'kuz', landing: '/uz/p/choynak', at: 1_790_000_000 }
const cookies = (consent: string) =>
  Object.entries({
    bozor_consent: consent,
    bozor_touch: JSON.stringify({ first: touch, last: { ...touch, campaign: 'qish' } }),
    _ga: 'GA1.1.1234567890.1700000000',
    _ga_ABC123: 'GS2.1.s1790000001$o1$g0$t1790000001$j60$l0$h0',
    _fbp: 'fb.1.1700000000000.987654321',
    _fbc: 'fb.1.1700000000000.AbC_dEf',
    bozor_exp: 'katta-narx.b,narsa.a',
  }).map(([name, value]) => ({ name, value }))

const visit = (consent: string) =>
  readOrigin({
    cookies: cookies(consent),
    userAgent: 'Mozilla/5.0 (Linux; Android 14) Mobile',
    ip: '203.0.113.7',
    locale: 'uz',
    subject: 'v1',
  })

describe('where an order came from', () => {
  it('is known with its touches and numbers after a yes to both', () => {
    expect(visit(`${consentVersion}.analytics.ads`)).toEqual({
      subject: 'v1',
      consent: ['analytics', 'ads'],
      gaClient: '1234567890.1700000000',
      gaSession: '1790000001',
      fbp: 'fb.1.1700000000000.987654321',
      fbc: 'fb.1.1700000000000.AbC_dEf',
      ip: '203.0.113.7',
      userAgent: 'Mozilla/5.0 (Linux; Android 14) Mobile',
      locale: 'uz',
      device: 'phone',
      first: touch,
      last: { ...touch, campaign: 'qish' },
      experiments: { 'katta-narx': 'b', narsa: 'a' },
    })
  })

  it('tells nothing of a person after a no, whatever cookies are left', () => {
    const none = { subject: null, gaClient: null, gaSession: null, fbp: null, fbc: null, ip: null, userAgent: null }
    for (const consent of [consentVersion, '', 'old.analytics.ads']) {
      expect(visit(consent).experiments).toEqual({})
      expect(visit(consent)).toMatchObject({ ...none, consent: [], first: null, last: null, device: 'phone' })
    }
  })

  it('tells the advertiser nothing after a yes to measuring alone', () => {
    const origin = visit(`${consentVersion}.analytics`)
    expect(origin).toMatchObject({ consent: ['analytics'], fbp: null, fbc: null, ip: null, first: touch })
  })

  it('survives cookies that somebody spoilt', () => {
    const spoilt = Object.entries({
      bozor_consent: `${consentVersion}.analytics`,
      bozor_touch: '{nope',
      _ga: 'x',
      bozor_exp: '__proto__.x,a.',
    }).map(([name, value]) => ({ name, value }))
    const origin = readOrigin({ cookies: spoilt, userAgent: null, ip: null, locale: 'ru', subject: null })
    expect(origin).toMatchObject({ first: null, gaClient: null, experiments: {}, device: 'desktop' })
  })
})
