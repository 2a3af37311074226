import { expect, it } from 'vitest'
import { isQuiet } from './schema'

it.each([
  ['08:59', true],
  ['09:00', false],
  ['20:59', false],
  ['21:00', true],
  ['00:30', true],
])('at %s in Tashkent it is quiet: %s', (time, quiet) =>
  expect(isQuiet(new Date(`2026-11-21T${time}:00+05:00`))).toBe(quiet),
)
