import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { Unreadable } from './row'

export type XmlHandler = {
  open?(name: string, attributes: Record<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

const MAX_DEPTH = 64
// The parser holds what stands between two tags: so much of it is no catalogue any more.
const MAX_BETWEEN = 4_000_000

/** One pass over the document. Nothing outside it is ever read: entities of its own make it unreadable. */
export function xmlReader(handler: XmlHandler, doctype: 'allowed' | 'refused' = 'refused') {
  const parser = new SaxesParser({ xmlns: false, fragment: false })
  let depth = 0
  let between = 0
  parser.on('error', () => {
    throw new Unreadable('unreadable-file', parser.line)
  })
  parser.on('doctype', (text) => {
    if (doctype === 'refused' || text.includes('<!ENTITY')) throw new Unreadable('unreadable-file', parser.line)
  })
  parser.on('opentag', (tag: SaxesTagPlain) => {
    between = 0
    if (++depth > MAX_DEPTH) throw new Unreadable('unreadable-file', parser.line)
    handler.open?.(tag.name, tag.attributes)
  })
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  parser.on('closetag', (tag: SaxesTagPlain) => {
    depth -= 1
    between = 0
    handler.close?.(tag.name)
  })
  const write = (text: string) => {
    between += text.length
    parser.write(text)
    if (between > MAX_BETWEEN) throw new Unreadable('too-large', parser.line)
  }
  return { write, end: () => void parser.close(), line: () => parser.line }
}
