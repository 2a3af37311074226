import { expect, it } from 'vitest'
import { safeNext } from './safe-next'

it.each(['/uz/seller', '/ru/account?x=1', '/en'])('goes back to %s', (next) => {
  expect(safeNext(next, '/uz')).toBe(next)
})

it.each(['//evil', '/\\evil', 'https:evil', '/%09/evil', 'javascript:alert(1)', '/uz\t//evil', '/api/x', '', null, 7])(
  'stays on the origin for %s',
  (next) => {
    expect(safeNext(next, '/uz/account')).toBe('/uz/account')
  },
)
