import { readTags, type Tag, wordsOf } from './html'

export type Link = { href: string; nofollow: boolean }

/** What an engine reads of a page. */
export type Page = {
  url: string
  status: number
  /** Where a redirect leads. */
  location: string | null
  headers: Headers
  title: string
  description: string
  canonicals: string[]
  languages: Record<string, string>
  robots: string
  headings: string[]
  links: Link[]
  images: { src: string; alt: string | null }[]
  preview: string | null
  scripts: string[]
  lang: string
  words: string
}

const named = (tags: readonly Tag[], name: string) =>
  tags.find(
    ({ name: tag, attributes }) => tag === 'meta' && (attributes['name'] === name || attributes['property'] === name),
  )?.attributes['content'] ?? ''

const rel = (tags: readonly Tag[], value: string) =>
  tags.filter(({ name, attributes }) => name === 'link' && attributes['rel'] === value)

const whole = (href: string, base: string) => (URL.canParse(href, base) ? new URL(href, base).href : href)

export function readPage(url: string, answer: { status: number; headers: Headers; body: string }): Page {
  const tags = readTags(answer.body)
  const all = (name: string) => tags.filter((tag) => tag.name === name)
  const alternates = rel(tags, 'alternate').filter(({ attributes }) => attributes['hreflang'])
  return {
    url,
    status: answer.status,
    location: answer.headers.get('location'),
    headers: answer.headers,
    title: all('title')[0]?.text ?? '',
    description: named(tags, 'description'),
    canonicals: rel(tags, 'canonical').map(({ attributes }) => attributes['href'] ?? ''),
    languages: Object.fromEntries(
      alternates.map(({ attributes }) => [attributes['hreflang'] ?? '', attributes['href'] ?? '']),
    ),
    robots: [named(tags, 'robots'), answer.headers.get('x-robots-tag') ?? ''].join(' ').trim(),
    headings: all('h1').map(({ text }) => text),
    links: all('a').flatMap(({ attributes: { href, rel: kind = '' } }) =>
      href && !href.startsWith('#') ? [{ href: whole(href, url), nofollow: kind.includes('nofollow') }] : [],
    ),
    images: all('img').map(({ attributes: { src = '', alt } }) => ({ src: whole(src, url), alt: alt ?? null })),
    preview: named(tags, 'og:image') || null,
    scripts: all('script')
      .filter(({ attributes }) => attributes['type'] === 'application/ld+json')
      .map(({ text }) => text),
    lang: all('html')[0]?.attributes['lang'] ?? '',
    words: wordsOf(answer.body),
  }
}
