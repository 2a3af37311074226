import { describe, expect, it } from 'vitest'
import { locales } from '@/lib/i18n'
import { getHelpArticle, helpSlugs, isNoArticle, listHelpArticles } from './index'

describe('the help', () => {
  it('says the same things in all three languages', () => {
    for (const slug of helpSlugs) {
      const shapes = locales.map((locale) => getHelpArticle(slug, locale)?.sections.map(({ lines }) => lines.length))
      expect(shapes[1]).toEqual(shapes[0])
      expect(shapes[2]).toEqual(shapes[0])
    }
  })
  it('leaves no locale in another one’s letters', () => {
    const russian = JSON.stringify(listHelpArticles('ru'))
    expect(russian).toMatch(/[а-я]/)
    expect(JSON.stringify([listHelpArticles('uz'), listHelpArticles('en')])).not.toMatch(/[а-я]/i)
  })
  it('knows no article called like a property of every object', () => {
    expect(getHelpArticle('constructor', 'uz')).toBeNull()
  })
  it('tells a guess below it from its articles', () => {
    for (const path of ['/uz/help', '/ru/help/cookies', '/en/help/delivery', '/uz/helpful', '/uz/p/help/x'])
      expect(isNoArticle(path), path).toBe(false)
    for (const path of ['/uz/help/guessed', '/ru/help/delivery/more', '/en/help/constructor'])
      expect(isNoArticle(path), path).toBe(true)
  })
})
