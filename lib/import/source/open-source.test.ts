import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { lookAt } from './open-source'
import { Unreadable } from './row'
import { watchEncoding } from './text'

const look = (bytes: Uint8Array) => {
  const watch = watchEncoding()
  watch.push(bytes)
  return lookAt('none', bytes, watch.answer())
}

const table = 'sku,title,price\nA-1,Ковёр хивинский,1200\n'.repeat(20)
const cp1251 = (text: string) =>
  Uint8Array.from(text, (sign) => (sign >= 'А' && sign <= 'я' ? sign.charCodeAt(0) - 0x350 : sign.charCodeAt(0) & 0x7f))

describe('a file that says to be a table', () => {
  it.each([
    ['a picture', Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), randomBytes(4000)])],
    ['something packed', gzipSync(randomBytes(4000))],
    ['a document', Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2000)])],
    ['an old Excel', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)])],
  ])('given %s, then it is refused instead of being read as letters', async (_, bytes) => {
    await expect(look(bytes)).rejects.toThrow(Unreadable)
  })

  it.each([
    ['UTF-8', Buffer.from(table), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${table}`), 'utf-8'],
    ['Windows-1251', cp1251(table.replaceAll('ё', 'е')), 'windows-1251'],
    ['UTF-16', Buffer.from(`\ufeff${table}`, 'utf16le'), 'utf-16le'],
    ['a stray sign', Buffer.from(table.replace('A-1', 'A-1\u0000')), 'utf-8'],
  ])('given %s, then its columns are read', async (_, bytes, encoding) => {
    const { source } = await look(bytes)
    expect(source).toMatchObject({ kind: 'csv', encoding, columns: ['sku', 'title', 'price'] })
  })
})
