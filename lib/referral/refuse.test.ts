import { expect, it } from 'vitest'
import { type Evidence, refuseFriend } from './refuse'

const honest: Evidence = {
  self: false,
  samePhone: false,
  sameDevice: false,
  sameAddress: false,
  boughtBefore: false,
  total: 100,
  minOrder: 100,
  today: 4,
  perDay: 5,
}

it.each([
  ['a friend is one', {}, null],
  ['oneself is none', { self: true, samePhone: true }, 'self'],
  ['nor is the same phone', { samePhone: true, sameAddress: true }, 'same-phone'],
  ['nor the same browser', { sameDevice: true }, 'same-device'],
  ['nor the same door', { sameAddress: true }, 'same-address'],
  ['nor who has bought before', { boughtBefore: true }, 'not-first-order'],
  ['a tiyin less is too small', { total: 99 }, 'order-too-small'],
  ['one more in a day is too many', { today: 5 }, 'too-many'],
] as const)('%s', (_name, over, reason) => expect(refuseFriend({ ...honest, ...over })).toBe(reason))
