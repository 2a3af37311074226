import { describe, expect, it } from 'vitest'
import { documentText } from './document'
import { toTsQuery } from './match'
import { normalize, slugify } from './normalize'

describe('one fold for both sides', () => {
  it.each([
    ['Oʻrik', "o'rik"],
    ['ўрик', 'O‘RIK'],
    ['Чойнак', 'choynak'],
    ['Gʻijduvon', 'Ғиждувон'],
    ['шахар', 'shaxar'],
    ['чаи\u0306ник', 'чайник'],
    ['café', 'cafe'],
  ])('lets «%s» meet «%s»', (a, b) => expect(normalize(a)).toBe(normalize(b)))

  it('makes an address of any title', () => {
    expect(slugify('Choynak «Paxta gulli», 1,2 litr')).toBe('choynak-paxta-gulli-1-2-litr')
    expect(slugify('Чайник с хлопком')).toBe('chaynik-s-xlopkom')
    expect(slugify('茶壶 !!!')).toBe('tovar')
  })

  it('asks with words only, the last one open', () => {
    expect(toTsQuery("qo'lda boʻyalgan & ! | (choy")).toBe('qolda & boyalgan & choy:*')
    expect(toTsQuery(' :*!& ')).toBe('')
  })

  it('keeps the title alone on the first line', () => {
    const parts = { title: 'Lagan\nkatta', category: 'Idish', shop: 'Rishton', attributes: ['Moviy'], description: '' }
    expect(documentText(parts)).toBe('lagan katta\nidish rishton moviy')
  })
})
