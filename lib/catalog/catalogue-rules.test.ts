import { describe, expect, it } from 'vitest'
import { type AttributeRule, missingToPublish, readAttributeValues } from './attribute-rules'
import { completenessOf } from './completeness'
import { countryCodes, countryName } from './countries'
import { gtinForms, readGtin } from './gtin'
import { isShown, movesFrom, nextStatus, productStates } from './product-state'
import { readVideoLink } from './video-link'

const rule = (change: Partial<AttributeRule>): AttributeRule => ({
  code: 'x',
  name: { uz: 'X' },
  type: 'text',
  unit: null,
  options: {},
  filterable: false,
  required: false,
  from: 'idish',
  ...change,
})

describe('a GTIN', () => {
  it.each(['96385074', '036000291452', '4006381333931', '00012345600012', '4 006381-333931'])('is read: %s', (text) => {
    expect(readGtin(text)).toBe(text.replace(/\D/g, ''))
  })

  it.each(['4006381333932', '123', '', '400638133393', '0000000000000', 'abc', '40063813339315'])(
    'is refused: «%s»',
    (text) => expect(readGtin(text)).toBeNull(),
  )

  it('is the same with zeros before it', () => expect(gtinForms('036000291452')).toEqual(gtinForms('0036000291452')))

  it('notices one wrong digit wherever it stands', () => {
    const good = '4006381333931'
    for (const [at, digit] of [...good].entries())
      expect(readGtin(good.slice(0, at) + ((Number(digit) + 1) % 10) + good.slice(at + 1))).toBeNull()
  })
})

describe('attributes', () => {
  const rules = [
    rule({ code: 'power', type: 'number', unit: 'W', required: true }),
    rule({ code: 'material', type: 'choice', options: { ceramic: { uz: 'Sopol', ru: 'Керамика', en: 'Ceramic' } } }),
    rule({ code: 'colour', type: 'colour', options: { cobalt: { uz: 'Zangori', hex: '#00f' }, white: { uz: 'Oq' } } }),
    rule({ code: 'handmade', type: 'boolean' }),
    rule({ code: 'note', type: 'text' }),
  ]

  it('are kept by code and type, however they were written', () => {
    const said = {
      power: '1 500,5 W',
      material: ' керамика',
      colour: ['Oq', 'cobalt'],
      handmade: 'ha',
      own: 'as it is',
    }
    expect(readAttributeValues(said, rules)).toEqual({
      values: { power: 1500.5, material: 'ceramic', colour: ['white', 'cobalt'], handmade: true, own: 'as it is' },
      problems: [],
    })
  })

  it('are refused by name with what would be right', () => {
    const { problems } = readAttributeValues({ power: 'much', material: 'gold', handmade: 'maybe', note: true }, rules)
    expect(problems.map(({ field, problem }) => [field, problem])).toEqual([
      ['attributes.power', 'not-a-number'],
      ['attributes.material', 'not-a-choice'],
      ['attributes.handmade', 'not-yes-or-no'],
      ['attributes.note', 'not-a-text'],
    ])
    expect(problems[1]?.allowed).toEqual(['ceramic'])
  })

  it('that are required, and codes of the tax office, are named before a product is shown', () => {
    const variants = [{ sku: 'A', options: {}, ikpu: null }]
    const lacks = missingToPublish({ attributes: {}, variants }, rules, true).map(({ field }) => field)
    expect(lacks).toEqual(['attributes.power', 'variants.A.ikpu'])
    const byOption = [{ sku: 'A', options: { power: '5' }, ikpu: null }]
    expect(missingToPublish({ attributes: {}, variants: byOption }, rules, false)).toEqual([])
  })
})

describe('states', () => {
  it('lead to review who is not trusted, and publish who is', () => {
    expect(nextStatus(null, 'active', 'seller')).toBe('review')
    expect(nextStatus('draft', 'active', 'trusted')).toBe('active')
    expect(nextStatus('paused', 'active', 'seller')).toBe('active')
    expect(nextStatus('archived', 'active', 'seller')).toBe('review')
    expect(nextStatus('review', 'active', 'seller')).toBe('review')
  })

  it('are never left out of order', () => {
    expect(nextStatus('draft', 'paused', 'trusted')).toBeNull()
    expect(nextStatus('archived', 'paused', 'seller')).toBeNull()
    expect(nextStatus('archived', 'active', 'operator')).toBeNull()
    for (const from of productStates)
      for (const to of movesFrom(from, 'seller'))
        expect(to === 'active' && !isShown(from) && from !== 'paused').toBe(false)
  })
})

describe('links and countries', () => {
  it('keeps a video without what follows people around', () => {
    expect(readVideoLink('https://www.youtube.com/watch?v=abc&si=track')).toBe('https://www.youtube.com/watch?v=abc')
  })

  it.each([
    'http://youtube.com/watch?v=a',
    'https://evil.example/v',
    'https://youtube.com.evil.uz/v',
    'javascript:alert(1)',
    'https://u:p@vimeo.com/1',
    'https://vimeo.com:8443/1',
  ])('refuses %s', (link) => expect(readVideoLink(link)).toBeNull())

  it('knows countries and their names', () => {
    expect(countryCodes).toEqual(expect.arrayContaining(['UZ', 'TR', 'CN', 'DE']))
    expect(countryCodes.some((code) => ['EU', 'ZZ', 'XX', 'SU'].includes(code))).toBe(false)
    expect([countryName('UZ', 'ru'), countryName('CN', 'en')]).toEqual(['Узбекистан', 'China'])
  })
})

describe('completeness', () => {
  it('is counted for each language apart', () => {
    const product = {
      title: { uz: 'A', ru: 'Б' },
      description: { uz: 'A' },
      images: [{ alt: { uz: 'a' } }],
      attributes: {},
    }
    expect(completenessOf(product, [])).toEqual([
      { locale: 'uz', percent: 100, lacks: [] },
      { locale: 'ru', percent: 55, lacks: ['description', 'alt'] },
      { locale: 'en', percent: 15, lacks: ['title', 'description', 'alt'] },
    ])
  })
})
