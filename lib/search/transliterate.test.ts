import { describe, expect, it } from 'vitest'
import { editsBetween } from './edits-between'
import { otherLayout } from './layout'
import { normalize } from './normalize'
import { spelledLike } from './spelled-like'
import { spellUzbek, toCyrillic, toLatin } from './transliterate'
import { guesses } from './typos'
import { figuresApart, unitNames } from './units'
import { mixedLetters, russianKeys, uzbekForms } from './uzbek-forms'

/** The same words on every machine: a small generator, syllables as Uzbek has them. */
function wordsFrom(seed: number, count: number): string[] {
  let state = seed
  const next = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return (state >>> 8) % below
  }
  const starts = 'b d f g h j k l m n p q r s t v x z sh ch gʻ y'.split(' ')
  const vowels = 'a e i o u oʻ'.split(' ')
  const ends = ['', '', '', 'b', 'k', 'l', 'm', 'n', 'q', 'r', 'sh', 't', 'z']
  const pick = (list: readonly string[]) => list[next(list.length)] ?? ''
  const syllable = () => pick(starts) + pick(vowels) + pick(ends)
  return Array.from({ length: count }, () => (next(4) === 0 ? pick(vowels) : '') + syllable() + syllable())
}

// A vowel behind y is written by one letter, so s and h, y and o may only meet where the spelling says so.
const words = wordsFrom(7, 3000).filter((word) => !/s(?=h)/.test(word.replaceAll('sh', '')))

describe('transliteration', () => {
  it('comes back to the same Latin word, and to the same word of search, for thousands of words', () => {
    for (const word of words) {
      expect(toLatin(toCyrillic(word)), word).toBe(word)
      expect(normalize(toCyrillic(word)), word).toBe(normalize(word))
    }
  })
  it('comes back to the same Cyrillic word', () => {
    for (const word of words.map(toCyrillic)) expect(toCyrillic(toLatin(word)), word).toBe(word)
  })
  it.each([
    ['oʻzbekcha', 'ўзбекча'],
    ['yer', 'ер'],
    ['poyezd', 'поезд'],
    ['eshik', 'эшик'],
    ['yoʻl', 'йўл'],
    ['sheʼr', 'шеър'],
    ['Isʼhoq', 'Исҳоқ'],
    ['Gʻijduvon choyi', 'Ғиждувон чойи'],
    ['yozuvchi yulduz yaxshi', 'ёзувчи юлдуз яхши'],
  ])('spells «%s» as «%s» and back', (latin, cyrillic) => {
    expect(toCyrillic(latin)).toBe(cyrillic)
    expect(toLatin(cyrillic)).toBe(latin)
  })
  it('takes every stroke for the right letter', () => {
    for (const stroke of ["'", '＇', '`', '‘', '’', 'ʼ', 'ʻ', '´']) {
      expect(spellUzbek(`so${stroke}z`)).toBe('soʻz')
      expect(toCyrillic(`g${stroke}oz`)).toBe('ғоз')
    }
  })
})

describe('a word that is shown to its reader', () => {
  it('is spelt as a title spells it, else in the alphabet that was typed', () => {
    expect(spelledLike('sozana', ['Soʻzana “Oltin kuz”'], 'sozna')).toBe('soʻzana')
    expect(spelledLike('chaynik', ['Электрический Чайник Yulduz'], 'чайнк')).toBe('чайник')
    expect(spelledLike('naushniki', ['Simsiz quloqchin'], 'ноушники')).toBe('наушники')
    expect(spelledLike('naushniki', [], 'noushniki')).toBe('naushniki')
  })
})

describe('the other keyboard', () => {
  it('writes what was meant, and back', () => {
    expect(otherLayout('лшещи')).toBe('kitob')
    expect(otherLayout('rjdth')).toBe('ковер')
    expect(otherLayout('РЩДВШ')).toBe('holdi')
    for (const word of words)
      expect(otherLayout(otherLayout(word.replaceAll('ʻ', "'")))).toBe(word.replaceAll('ʻ', "'"))
  })
})

describe('forms and typos', () => {
  it('finds the beginning that all forms of an Uzbek word share', () => {
    expect(uzbekForms('choynaklarimizni')).toContain('choynag')
    expect(uzbekForms('pichogi')).toContain('pichoq')
    expect(uzbekForms('gilamlar')).toContain('gilam')
    expect(uzbekForms('choy')).toEqual([])
    expect(mixedLetters('xiva')).toEqual(['hiva'])
    expect(mixedLetters('shahar')).toEqual(['shaxar'])
    expect(mixedLetters('choynak')).toEqual([])
  })
  it('reads the letters of messages, of Russian in Latin and of a keyboard without қ and ў', () => {
    expect(mixedLetters('wahar')).toContain('shahar')
    expect(mixedLetters('4oynak')).toContain('choynak')
    expect(mixedLetters('nozh')).toContain('noj')
    expect(russianKeys('kuk')).toEqual(expect.arrayContaining(['qok', 'kok', 'kuq']))
    expect(russianKeys('kulokchin')).toContain('quloqchin')
    expect(russianKeys('lyuks')).toEqual(['lyuqs'])
  })
  it('knows a figure and its unit written as one, and the other names of units', () => {
    expect(figuresApart('128gb').map((wording) => wording.map(({ word }) => word))).toContainEqual(['128', 'gb'])
    expect(figuresApart('choynak')).toEqual([])
    expect(unitNames('litr')).toContain('l')
    expect(unitNames('gilam')).toEqual([])
  })
  it('counts edits, a swap as one', () => {
    expect(editsBetween('gilam', 'gilma', 2)).toBe(1)
    expect(editsBetween('atlas', 'attlas', 2)).toBe(1)
    expect(editsBetween('kitob', 'kitob', 2)).toBe(0)
    expect(editsBetween('kitob', 'daftar', 2)).toBe(3)
  })
  it('guesses one edit before two, the same first letter before another', () => {
    const gilan = { asked: 'gilan', near: ['milan', 'gilam', 'gilamlar'], alike: ['gulam'] }
    expect(guesses([gilan])).toEqual(['gilam', 'milan'])
    expect(guesses([{ asked: 'smrtfan', near: [], alike: ['smartfon', 'smart'] }])).toEqual(['smartfon'])
  })
  it('prefers swapped letters to a lost one, and one slip in the word to two in its beginning', () => {
    expect(guesses([{ asked: 'choyank', near: ['choyan', 'choynak'], alike: [] }])[0]).toBe('choynak')
    const forms = [
      { asked: 'noushniki', near: ['naushniki'], alike: [] },
      { asked: 'noushnik', near: [], alike: ['nochnik'] },
    ]
    expect(guesses(forms)).toEqual(['naushniki'])
    expect(guesses([{ asked: 'mame', near: ['game'], alike: [] }])).toEqual([])
  })
})
