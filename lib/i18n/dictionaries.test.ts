import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fill, locales, plural } from '@/lib/i18n'

const folder = new URL('./messages/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))

type Dictionary = Record<(typeof locales)[number], Record<string, string>>

const isDictionary = (value: unknown): value is Dictionary =>
  typeof value === 'object' && value !== null && locales.every((locale) => locale in value)

const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

async function dictionaries(name: string): Promise<Dictionary[]> {
  const module: Record<string, unknown> = await import(new URL(name, folder).href)
  return Object.values(module).filter(isDictionary)
}

describe.each(files)('%s', (name) => {
  it('has the same keys in three locales, none empty, with the same places', async () => {
    const found = await dictionaries(name)
    expect(found.length).toBeGreaterThan(0)
    for (const texts of found)
      for (const locale of locales) {
        expect(Object.keys(texts[locale]).sort()).toEqual(Object.keys(texts.uz).sort())
        for (const [key, text] of Object.entries(texts[locale])) {
          expect(text.trim(), `${locale}.${key}`).not.toBe('')
          expect(places(text), `${locale}.${key}`).toEqual(places(texts.uz[key] ?? ''))
        }
      }
  })
  it('spells Uzbek with U+02BB, never with an apostrophe', async () => {
    for (const texts of await dictionaries(name))
      for (const [key, text] of Object.entries(texts.uz)) expect(text, key).not.toMatch(/[oOgG]['’‘`]/)
  })
})

describe('words', () => {
  it('fills every place and throws on a missing value', () => {
    expect(fill('{n} ta', { n: 3 })).toBe('3 ta')
    expect(() => fill('{n} ta', {})).toThrow()
  })
  it('counts in Russian', () => {
    const forms = { one: 'товар', few: 'товара', many: 'товаров', other: 'товара' }
    expect([1, 3, 5, 21].map((n) => plural('ru', n, forms))).toEqual(['товар', 'товара', 'товаров', 'товар'])
  })
})
