type Rule = { allow: boolean; path: string; pattern: RegExp }

const toPattern = (path: string) =>
  new RegExp(
    `^${path
      .replace(/[.+?^{}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replace(/\$$/, '\\Z')
      .replace(/\\Z$/, '$')}`,
  )

/** RFC 9309: of the rules for everybody that match, the longest counts; of two as long the one that allows. */
export function readRobots(text: string): { mayRead(path: string): boolean; sitemaps: string[] } {
  const rules: Rule[] = []
  const sitemaps: string[] = []
  let ours = false
  for (const line of text.split('\n')) {
    const [, field = '', value = ''] = /^\s*([a-z-]+)\s*:\s*(.*?)\s*(?:#.*)?$/i.exec(line) ?? []
    const name = field.toLowerCase()
    if (name === 'user-agent') ours = value === '*'
    else if (name === 'sitemap') sitemaps.push(value)
    else if (ours && value !== '' && (name === 'allow' || name === 'disallow'))
      rules.push({ allow: name === 'allow', path: value, pattern: toPattern(value) })
  }
  const weight = ({ path, allow }: Rule) => path.length * 2 + (allow ? 1 : 0)
  const mayRead = (path: string) => {
    const [first] = rules.filter(({ pattern }) => pattern.test(path)).sort((a, b) => weight(b) - weight(a))
    return first?.allow ?? true
  }
  return { mayRead, sitemaps }
}
