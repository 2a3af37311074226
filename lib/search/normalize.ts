const cyrillic: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'x',
  ц: 's',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  ў: 'o',
  қ: 'q',
  ғ: 'g',
  ҳ: 'h',
}

// U+02BB and U+02BC are right, but people type every stroke their keyboard has.
const apostrophes = /[\u02bb\u02bc\u2018\u2019\u201b\u0060\u00b4\u2032\u02b9\uff07']/g
// Soft hyphens and marks of direction come along with copied text; nobody sees them.
const unseen = /\p{Cf}/gu

// biome-ignore lint/suspicious/noControlCharactersInRegex: every sign that Latin has in ASCII
const plainLatin = /^[\x00-\x7f]*$/

/**
 * What is stored and what is asked go through the same fold: lower case, no apostrophes or accents,
 * Cyrillic by the Uzbek Latin spelling. So «Чойнак», «choynak» and «oʻrik», "o'rik", «ўрик» meet.
 */
export function normalize(text: string): string {
  // Nothing of the rest concerns plain Latin; codes and English are the most of a large market.
  if (plainLatin.test(text))
    return text
      .toLowerCase()
      .replace(/['`]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(unseen, '')
      .replace(apostrophes, '')
      // At the start of a word, after a vowel and after a sign: ер is yer, поезд is poyezd, объект is obyekt.
      .replace(/(?<=^|[^\p{L}]|[аеёиоуэюяўыъь])е/gu, 'ye')
      .replace(/[\u0400-\u04ff]/g, (letter) => cyrillic[letter] ?? letter)
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/ı/g, 'i')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  )
}

export const words = (text: string): string[] => normalize(text).split(' ').filter(Boolean)

/** `choynak-koʻk-1,2` → `choynak-kok-1-2`: a slug is the same fold, only Latin letters and digits. */
export function slugify(text: string): string {
  const slug = normalize(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
  return slug.replace(/^-+|-+$/g, '') || 'tovar'
}
