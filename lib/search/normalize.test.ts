import { describe, expect, it } from 'vitest'
import { documentOf } from './document'
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
    ['so＇zana', 'soʻzana'],
    ['чай\u00adник\u200b', 'чайник'],
    ['ıpak', 'ipak'],
    ['объектив', 'obyektiv'],
    ['платье', 'platye'],
    ['ер ёнғоқ', 'yer yongʻoq'],
  ])('lets «%s» meet «%s»', (a, b) => expect(normalize(a)).toBe(normalize(b)))

  it('makes an address of any title', () => {
    expect(slugify('Choynak «Paxta gulli», 1,2 litr')).toBe('choynak-paxta-gulli-1-2-litr')
    expect(slugify('Чайник с хлопком')).toBe('chaynik-s-xlopkom')
    expect(slugify('茶壶 !!!')).toBe('tovar')
  })

  const parts = {
    title: { ru: 'Ляган\nвишнёвый' },
    categories: [{ uz: 'Idishlar', ru: 'Посуда' }],
    brand: 'Navro',
    shop: 'Rishton',
    attributes: { ru: ['Синий'] },
    description: { ru: 'Синий ляган', uz: 'yozilmagan' },
    skus: ['RK-1'],
    within: ['sho_1'],
  }

  it('makes one document of all languages, each word where it stands best', () => {
    const { title, tsv, learned } = documentOf(parts, (word) => word)
    expect(title).toBe('\nlyagan vishnyoviy')
    expect(tsv.split(' ')).toEqual(
      ["'#sho_1'", "'=rk1'", "'lyagan':1A", "'navro':2B", "'posuda':2B", "'rishton':3C", "'rk':2B"].concat([
        "'siniy':3C",
        "'vishnyoviy':1A",
        "'вишневый':1A",
        "'ляган':1A",
        "'посуда':2B",
        "'синий':2B",
      ]),
    )
    expect(learned).not.toContain('rishton')
  })

  it('gives the same document for the same parts in any order', () => {
    const turned = { ...parts, attributes: { ru: ['Круглый', 'Синий'] }, skus: ['RK-2', 'RK-1'] }
    const other = { ...parts, attributes: { ru: ['Синий', 'Круглый'] }, skus: ['RK-1', 'RK-2'] }
    expect(documentOf(turned, () => null).digest).toBe(documentOf(other, () => null).digest)
  })
})
