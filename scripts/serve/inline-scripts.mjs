import { createHash } from 'node:crypto'

const script = /<script((?:\s[^>]*)?)>([\s\S]*?)<\/script>/g
const runs = /^(?:text\/javascript|application\/javascript|module)?$/

/**
 * CSP sources of the scripts written into a page. JSON in a script element is data and needs none.
 * @param {string} html
 * @returns {string[]}
 */
export function hashInlineScripts(html) {
  const hashes = new Set()
  for (const [, attributes = '', text = ''] of html.matchAll(script)) {
    const type = /\stype="([^"]*)"/.exec(attributes)?.[1] ?? ''
    // One that waits for its visitor has nothing in it yet.
    if (text === '' || /\ssrc=/.test(attributes) || !runs.test(type)) continue
    hashes.add(`sha256-${createHash('sha256').update(text).digest('base64')}`)
  }
  return [...hashes]
}

const between = /(self\.__next_f\.push\((?:(?!<\/script>)[\s\S])*?\))<\/script><script>(?=self\.__next_f\.push\()/g

/**
 * Next writes a page's data as dozens of little scripts side by side; as one they are the same program, and the policy
 * names one hash instead of dozens.
 * @param {string} html
 */
export const joinFlight = (html) => html.replace(between, '$1;')
