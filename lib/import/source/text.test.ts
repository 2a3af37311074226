import { describe, expect, it } from 'vitest'
import { csvRows } from './csv-rows'
import { decode, type Encoding, watchEncoding } from './text'

async function* pieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function told(bytes: Uint8Array): Promise<Encoding> {
  const watch = watchEncoding()
  for await (const piece of pieces(bytes)) watch.push(piece)
  return watch.answer()
}

describe('an encoding', () => {
  it('is told even when the first Cyrillic letter comes late', async () => {
    const late = Buffer.concat([Buffer.alloc(200_000, 'a'), Buffer.from([0xcf, 0xf0, 0xe8])])
    const watch = watchEncoding()
    for await (const piece of pieces(late, 65_536)) watch.push(piece)
    expect(watch.answer()).toBe('windows-1251')
  })
  it('may cut a letter between two pieces', async () => {
    let text = ''
    for await (const part of decode(pieces(Buffer.from('Чойнак oʻrik'), 1), 'utf-8')) text += part
    expect(text).toBe('Чойнак oʻrik')
  })
  it.each(['utf-16le', 'utf-16be'] as const)(
    'of sixteen bits is read, %s, with its mark and without',
    async (wanted) => {
      const table = 'sku\ttitle\tprice\nA-1\tКовёр хивинский\t1200\nA-2\tOʻrik\t1300\n'
      for (const text of [`\ufeff${table}`, table]) {
        const little = Buffer.from(text, 'utf16le')
        const bytes = wanted === 'utf-16le' ? little : Buffer.from(little).swap16()
        expect(await told(bytes)).toBe(wanted)
        const titles: (string | undefined)[] = []
        for await (const { cells } of csvRows(pieces(bytes), { encoding: wanted, separator: '\t' }))
          titles.push(cells['title'], cells['sku'])
        expect(titles).toEqual(['Ковёр хивинский', 'A-1', 'Oʻrik', 'A-2'])
      }
    },
  )
  it('of eight bits stays one, with a nought here and there', async () => {
    const table = `sku,title\n${'A-1,Lagan\n'.repeat(20)}A\0,Kosa\n`
    expect(await told(Buffer.from(table))).toBe('utf-8')
    expect(await told(Buffer.concat([Buffer.from(table), Buffer.from([0xcf, 0xf0, 0xe8])]))).toBe('windows-1251')
  })
})
