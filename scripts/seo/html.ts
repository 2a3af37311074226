const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

const decode = (text: string) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) =>
    hex || decimal ? String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10)) : (entities[name] ?? whole),
  )

export type Tag = { name: string; attributes: Record<string, string>; text: string }

const tagPattern = /<([a-z][a-z0-9-]*)((?:\s+[^\s=>/]+(?:=(?:"[^"]*"|'[^']*'|[^\s>]*))?)*)\s*\/?>/gi
const attributePattern = /([^\s=>/]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/g

function readAttributes(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', double, single, bare] of text.matchAll(attributePattern))
    found[name.toLowerCase()] = decode(double ?? single ?? bare ?? '')
  return found
}

const kept = /^(title|h1|script)$/

/** The tags of a page as our server writes them, with the words of those whose words count. */
export function readTags(html: string): Tag[] {
  const tags: Tag[] = []
  // What a script or a style holds is no markup.
  const plain = html.replace(/<(style|noscript)\b[^>]*>[\s\S]*?<\/\1>/gi, '')
  let from = 0
  tagPattern.lastIndex = 0
  for (let match = tagPattern.exec(plain); match !== null; match = tagPattern.exec(plain)) {
    const [whole, rawName = '', attributes = ''] = match
    const name = rawName.toLowerCase()
    let text = ''
    if (kept.test(name)) {
      from = match.index + whole.length
      const end = plain.indexOf(`</${name}`, from)
      text = end < 0 ? '' : plain.slice(from, end)
      if (name === 'script') tagPattern.lastIndex = end < 0 ? plain.length : end
      else text = decode(text.replace(/<[^>]*>/g, '')).trim()
    }
    tags.push({ name, attributes: readAttributes(attributes), text })
  }
  return tags
}

export const wordsOf = (html: string): string =>
  decode(
    html
      .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' '),
  )
