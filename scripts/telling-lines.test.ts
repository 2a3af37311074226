import { expect, it } from 'vitest'
import { tellingLines } from './telling-lines'

const build = [
  '▲ Next.js',
  '- Experiments (use with caution):',
  '  ⨯ isrFlushToDisk',
  '  Generating static pages using 1 worker (115/463)',
  '⨯ error: canceling statement due to statement timeout',
  '    at async m (lib/catalog/queries/read-shop-page.ts:59:20)',
  ...Array.from({ length: 60 }, (_, n) => `Warning: Dynamic filesystem access ${n}`),
]

it('given warnings behind an error, then the error is told', () => {
  const [first, ...more] = tellingLines(build.join('\n')).split('\n')
  expect(first).toBe('⨯ error: canceling statement due to statement timeout')
  expect(more).toHaveLength(39)
})

it.each(['Error: P1001: no server', 'RangeError: Invalid', '\u001b[31mTypeError: x is not a function\u001b[0m'])(
  'given «%s», then from there on',
  (line) => expect(tellingLines(`one\ntwo\n${line}\nthree`)).toBe(`${line}\nthree`),
)

it('given no error, then the end', () => {
  const lines = Array.from({ length: 50 }, (_, n) => `line ${n}`)
  expect(tellingLines(lines.join('\n')).split('\n')).toEqual(lines.slice(-40))
})
