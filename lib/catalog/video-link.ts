/** Places whose videos the market links to. Nothing of them is loaded before somebody asks for it. */
const hosts = new Set([
  'youtube.com',
  'm.youtube.com',
  'youtu.be',
  'youtube-nocookie.com',
  'vimeo.com',
  'player.vimeo.com',
  'rutube.ru',
  'mover.uz',
])

/** The address as it is kept, without what follows people around; null for http, other places and other ports. */
export function readVideoLink(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const host = url.hostname.replace(/^www\./, '')
  const plain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === ''
  if (!plain || !hosts.has(host) || url.pathname.length < 2) return null
  const kept = new URLSearchParams([...url.searchParams].filter(([name]) => name === 'v' || name === 't'))
  url.search = kept.toString()
  url.hash = ''
  return url.href
}
