import { describe, expect, it } from 'vitest'
import { consentVersion, readConsent, spellConsent } from './schema'

describe('the answer in the cookie', () => {
  it('is read as it was written', () => {
    for (const analytics of [true, false])
      for (const ads of [true, false]) expect(readConsent(spellConsent({ analytics, ads }))).toEqual({ analytics, ads })
  })

  it('counts for nothing once the words have changed, or when it is something else', () => {
    expect(readConsent('2020-01.analytics.ads')).toBeNull()
    expect(readConsent(undefined)).toBeNull()
    expect(readConsent('')).toBeNull()
    expect(readConsent(`${consentVersion}.everything`)).toEqual({ analytics: false, ads: false })
  })
})
