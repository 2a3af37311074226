import { describe, expect, it } from 'vitest'
import { documentText } from './document'
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
    ['ер ёнғоқ', 'yer yongʻoq'],
  ])('lets «%s» meet «%s»', (a, b) => expect(normalize(a)).toBe(normalize(b)))

  it('makes an address of any title', () => {
    expect(slugify('Choynak «Paxta gulli», 1,2 litr')).toBe('choynak-paxta-gulli-1-2-litr')
    expect(slugify('Чайник с хлопком')).toBe('chaynik-s-xlopkom')
    expect(slugify('茶壶 !!!')).toBe('tovar')
  })

  it('keeps the title alone on the first line', () => {
    const text = documentText({
      locale: 'ru',
      title: 'Ляган\nвишнёвый',
      categories: ['Посуда'],
      brand: 'Navro',
      shop: 'Rishton',
      attributes: ['Синий'],
      description: '',
      skus: ['RK-1'],
      within: ['sho_1'],
    })
    const [title, brand, rest, , inflected, others, keys] = text.split('\n')
    expect([title, brand, rest]).toEqual(['lyagan vishnyoviy', 'navro posuda rk 1', 'rishton siniy'])
    expect([inflected, others, keys]).toEqual(['ляган вишневый', 'посуда синий', '=rk1 #sho_1'])
  })
})
