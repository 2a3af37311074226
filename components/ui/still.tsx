'use client'

// What stands for markup that the document has already, see scripts/serve/lighten-flight.mjs.
const already = '{}'
const known = new Map<string, string>()

function find(name: string): string {
  const found = known.get(name) ?? document.querySelector(`[data-still="${name}"]`)?.innerHTML ?? ''
  known.set(name, found)
  return found
}

/**
 * Links that never change while a page is open. The browser takes them from the document as they stand there, so that
 * the page need not say them a second time for its scripts.
 */
export function StillNav({
  name,
  label,
  html,
  className,
}: {
  name: string
  label: string
  html: string
  className?: string
}) {
  const text = typeof document !== 'undefined' && html === already ? find(name) : html
  return <nav className={className} aria-label={label} data-still={name} dangerouslySetInnerHTML={{ __html: text }} />
}
