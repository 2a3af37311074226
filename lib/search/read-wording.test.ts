import { describe, expect, it } from 'vitest'
import { readTokens, splitUnwanted, toUnwanted } from './read-wording'

describe('a minus', () => {
  it.each([
    ['choynak -chinni', 'choynak', 'chinni'],
    ['чайник −фарфор –стекло', 'чайник', 'фарфор стекло'],
    ['-elektr choynak', 'choynak', 'elektr'],
    ['telefon -5g', 'telefon', '5g'],
  ])('before a word takes it out: «%s»', (q, wanted, unwanted) =>
    expect(splitUnwanted(q)).toEqual({ wanted, unwanted }),
  )

  it.each([
    'te-00067-1',
    'TE -00067 -1',
    'muzlatgich -18',
    'choynak - chinni',
    'koʻk-choy',
    '-chinni',
    '-chinni -sopol',
  ])('is none: «%s»', (q) => expect(splitUnwanted(q).unwanted).toBe(''))

  it('means the word with its endings, not all that begins like it', () => {
    const [short, long] = readTokens('choy gilamlar')
    const none = { russian: {}, english: {} }
    expect(short && toUnwanted(short, none).exact).toEqual([{ word: 'choy', prefix: false }])
    expect(long && toUnwanted(long, none).wide).toContainEqual([{ word: 'gilam', prefix: true }])
  })
})
