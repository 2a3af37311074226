import { expect, test } from 'vitest'
import { planPayout } from './plan'

const standing = { payable: 900_000, debt: 0, minimum: 100_000, hasDetails: true, frozen: false }

test.each([
  ['all that is payable', {}, { gross: 900_000, debt: 0, amount: 900_000 }],
  ['what debt leaves of it', { debt: 250_000 }, { gross: 900_000, debt: 250_000, amount: 650_000 }],
  ['exactly the minimum', { minimum: 900_000 }, { gross: 900_000, debt: 0, amount: 900_000 }],
])('a shop is paid %s', (_, given, plan) => {
  expect(planPayout({ ...standing, ...given })).toEqual({ ok: true, value: plan })
})

test.each([
  ['a negative balance is carried', { payable: -5 }, 'nothing-payable'],
  ['debt that eats everything is carried', { debt: 900_000 }, 'in-debt'],
  ['less than the minimum waits', { minimum: 900_001 }, 'below-minimum'],
  ['nobody is paid without an account', { hasDetails: false }, 'no-details'],
  ['nobody is paid to an account of today', { frozen: true }, 'frozen'],
])('%s', (_, given, code) => {
  expect(planPayout({ ...standing, ...given })).toMatchObject({ ok: false, code })
})
