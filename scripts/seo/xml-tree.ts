import { SaxesParser } from 'saxes'

export type XmlNode = {
  /** Namespace and local name: `{uri}name`, or just the name where there is none. */
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
  text: string
}

const fullName = (uri: string, local: string) => (uri === '' ? local : `{${uri}}${local}`)

/** The whole document as a tree; throws where it is not well-formed XML with declared namespaces. */
export function parseXml(text: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true })
  const top: XmlNode = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    const named = Object.entries(attributes).map(([name, { value }]): [string, string] => [name, value])
    const node: XmlNode = { name: fullName(uri, local), attributes: Object.fromEntries(named), children: [], text: '' }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  const add = (piece: string) => {
    const node = open.at(-1)
    if (node) node.text += piece
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => void open.pop())
  parser.write(text).close()
  const root = top.children[0]
  if (root === undefined) throw new Error('no root element')
  return root
}

export const childText = (node: XmlNode, name: string): string | undefined =>
  node.children.find((child) => child.name === name)?.text

export const childTexts = (node: XmlNode, name: string): string[] =>
  node.children.filter((child) => child.name === name).map(({ text }) => text)
