const BASE = 'http://here.invalid'

/** A path of ours or the fallback: whatever a browser would read as another origin is refused. */
export function safeNext(next: unknown, fallback: string): string {
  if (typeof next !== 'string' || !/^\/(uz|ru|en)(\/|$|\?)/.test(next) || /[\\\s\p{Cc}]/u.test(next)) return fallback
  const url = URL.canParse(next, BASE) ? new URL(next, BASE) : null
  return url?.origin === BASE ? `${url.pathname}${url.search}` : fallback
}
