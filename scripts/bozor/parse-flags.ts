import { UsageError } from './usage-error'

export type Flags = {
  /** The value, or a usage error that names the flag. */
  need: (name: string) => string
  get: (name: string) => string | undefined
  has: (name: string) => boolean
}

/** `--name value`, `--name=value` and bare `--name`. */
export function parseFlags(words: readonly string[]): Flags {
  const found = new Map<string, string>()
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (!word.startsWith('--')) throw new UsageError(`"${word}" is no flag: flags begin with --`)
    const [name = '', ...value] = word.slice(2).split('=')
    const next = words[at + 1]
    if (value.length > 0) found.set(name, value.join('='))
    else if (next !== undefined && !next.startsWith('--')) {
      found.set(name, next)
      at += 1
    } else found.set(name, '')
  }
  const get = (name: string) => found.get(name) || undefined
  const need = (name: string) => {
    const value = get(name)
    if (value === undefined) throw new UsageError(`--${name} is missing or empty.`)
    return value
  }
  return { get, need, has: (name) => found.has(name) }
}
