import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { formatOf, mappingFor } from '../goods/formats'
import { csvLine, guard, unguard } from '../goods/guard-cell'
import { csvColumns, csvRows } from './csv-rows'
import { type SourceRow, Unreadable } from './row'
import { separatorOf, watchEncoding } from './text'
import { book, zip } from './workbook-fixture'
import { xlsxColumns, xlsxRows } from './xlsx-rows'
import { ymlRows } from './yml-rows'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))

/** In pieces of an odd size, so that letters and quotes are cut in the middle. */
async function* pieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function all(rows: AsyncIterable<SourceRow>): Promise<SourceRow[]> {
  const found: SourceRow[] = []
  for await (const row of rows) found.push(row)
  return found
}

async function readCsv(bytes: Uint8Array) {
  const watch = watchEncoding()
  for await (const piece of pieces(bytes)) watch.push(piece)
  const encoding = watch.answer()
  const text = new TextDecoder(encoding).decode(bytes)
  const separator = separatorOf(text)
  return {
    encoding,
    separator,
    columns: await csvColumns(text, separator),
    rows: await all(csvRows(pieces(bytes), { encoding, separator })),
  }
}

describe('a table of text', () => {
  it('is read in Windows-1251 with semicolons', async () => {
    const { encoding, separator, columns, rows } = await readCsv(fixture('own-windows-1251.csv'))
    expect([encoding, separator]).toEqual(['windows-1251', ';'])
    expect(rows[0]).toMatchObject({ line: 2, cells: { Название: 'Чайник «Пахта»', Цена: '124 000,50' } })
    expect(rows.length).toBe(5)
    expect(mappingFor('own', columns)).toMatchObject({ product: 'Товар', sku: 'Артикул', price: 'Цена' })
  })
  it('is read in UTF-8 with its mark and tabs, empty rows left out', async () => {
    const { encoding, separator, columns, rows } = await readCsv(fixture('own-utf8-bom.tsv'))
    expect([encoding, separator, columns[0]]).toEqual(['utf-8', '\t', 'product'])
    expect(rows.map(({ line, cells }) => [line, cells['title_uz']])).toEqual([
      [2, 'Chust doʻppisi'],
      [4, 'Bolalar doʻppisi'],
    ])
  })
  it('tells the line of a row over several lines, and skips the one that cannot be read', async () => {
    const { rows, columns } = await readCsv(fixture('shopify.csv'))
    expect(formatOf(columns)).toBe('shopify')
    expect(rows.find(({ cells }) => cells['Handle'] === 'lamp')?.line).toBe(4)
    expect(rows.find(({ cells }) => cells['Handle'] === 'broken')?.cells['Title']).toBe('"Broken" quote')
    expect(rows.filter(({ broken }) => broken).map(({ line }) => line)).toEqual([13])
    expect(rows.at(-2)?.cells['Handle']).toBe('tea-pot')
  })
  it('minds what Excel says of the separator', async () => {
    const { separator, rows } = await readCsv(Buffer.from('sep=;\r\nsku;title, long\r\nA;b,c\r\n'))
    expect(separator).toBe(';')
    expect(rows).toEqual([{ line: 3, cells: { sku: 'A', 'title, long': 'b,c' } }])
  })
  it('names every column once, whatever stands there', async () => {
    expect((await readCsv(Buffer.from('a,a,,__proto__\n1,2,3,4'))).rows[0]?.cells).toEqual({
      a: '1',
      'a (2)': '2',
      '#3': '3',
      '#4': '4',
    })
  })
})

describe('what is exported', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", '"', ',', ';', '1', 'a', ' '),
      maxLength: 12,
    }),
  )
  it('comes back as it was, letter by letter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (cells) => {
        const given = cells.filter(([a, b]) => (a + b).trim() !== '').map(([a, b]) => [clean(a), clean(b)])
        const text = csvLine(['x', 'y']) + given.map((row) => csvLine(row)).join('')
        const rows = await all(csvRows(pieces(Buffer.from(text), 1024), { encoding: 'utf-8', separator: ',' }))
        return (
          JSON.stringify(rows.map(({ cells: row }) => [unguard(row['x'] ?? ''), unguard(row['y'] ?? '')])) ===
          JSON.stringify(given)
        )
      }),
      { numRuns: 300 },
    )
  })
  it('is never a formula, and numbers stay numbers', () => {
    for (const text of ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '\rx', '\nx', "'=1"])
      expect(guard(text)).toBe(`'${text}`)
    for (const text of ['-5', '+7.5', '12650', 'a=b', '']) expect(guard(text)).toBe(text)
  })
})

const clean = (text: string) => text.replaceAll('\0', '').replaceAll('\ufeff', '').toWellFormed()

describe('a Yandex catalogue', () => {
  it('is read offer by offer with its categories and params', async () => {
    const rows = await all(ymlRows(pieces(fixture('catalogue.xml')), { encoding: 'windows-1251' }))
    expect(rows.length).toBe(4)
    expect(rows[0]?.cells).toMatchObject({
      id: 'a1',
      group_id: 'a',
      name: 'Чайник "Самарканд"',
      category: 'Посуда > Чайники',
      picture: 'https://127.0.0.1/1.jpg\nhttps://127.0.0.1/2.jpg',
      'param:Объём': '0,8 л',
      description: '<p>Для <b>чая</b></p>',
    })
  })
  it('with entities of its own, or cut in the middle, is unreadable', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE y [<!ENTITY a "aaaa">]><yml_catalog><offer id="1"><name>&a;</name></offer></yml_catalog>`
    await expect(all(ymlRows(pieces(Buffer.from(bomb)), { encoding: 'utf-8' }))).rejects.toBeInstanceOf(Unreadable)
    const cut = fixture('catalogue.xml').subarray(0, 900)
    await expect(all(ymlRows(pieces(cut), { encoding: 'windows-1251' }))).rejects.toBeInstanceOf(Unreadable)
  })
  it('of one endless text is refused before it is held', async () => {
    async function* endless() {
      yield Buffer.from('<yml_catalog><offer id="1"><name>')
      for (;;) yield Buffer.alloc(64 * 1024, 'a')
    }
    await expect(all(ymlRows(endless(), { encoding: 'utf-8' }))).rejects.toMatchObject({ code: 'too-large' })
  })
})

let folder = ''
beforeAll(async () => void (folder = await mkdtemp(path.join(os.tmpdir(), 'bozor-xlsx-'))))
afterAll(() => rm(folder, { recursive: true }))

async function save(name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, bytes)
  return file
}

describe('a workbook', () => {
  it('is read as it was written, numbers as they were typed', async () => {
    const bytes = await writeExcelFile([
      [{ value: 'sku' }, { value: 'Narx' }, { value: 'Nomi' }],
      [{ value: 'A-1' }, { value: 19.99, type: Number }, { value: 'Choynak «Paxta» & <gul>' }],
      [],
      [{ value: 'A-2' }, null, { value: '=SUM(A1)' }],
    ]).toBuffer()
    const file = await save('good.xlsx', bytes)
    expect(await xlsxColumns(file)).toEqual(['sku', 'Narx', 'Nomi'])
    const rows = await all(xlsxRows(file))
    expect(rows.map(({ cells }) => cells)).toEqual([
      { sku: 'A-1', Narx: '19.99', Nomi: 'Choynak «Paxta» & <gul>' },
      { sku: 'A-2', Nomi: '=SUM(A1)' },
    ])
    expect(rows[1]?.line).toBe(4)
  })
  it('of floating dust says what was typed, a gap is a gap, and a rounded code is none', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="C1" t="str"><v>c</v></c></row><row r="7"><c r="A7"><v>19.989999999999998</v></c><c r="C7" t="b"><v>1</v></c></row><row r="8"><c r="A8"><v>1.0101001001E+16</v></c></row></sheetData></worksheet>'
    const file = await save('dust.xlsx', zip(book(Buffer.from(sheet))))
    const cells = (await all(xlsxRows(file))).map((row) => row.cells)
    expect(cells).toEqual([{ a: '19.99', c: 'true' }, { a: '1.0101001001e+16' }])
  })
  it('says what is merged of every row that it covers, but not of its header or of rows that say nothing', async () => {
    const row = (r: number, ...cells: string[]) =>
      `<row r="${r}">${cells.map((text, at) => (text ? `<c r="${'ABC'[at]}${r}" t="str"><v>${text}</v></c>` : '')).join('')}</row>`
    const rows = [row(1, 'title', 'size', 'price'), row(2, 'Kosa', 'S', '5'), row(3, '', 'M', '6'), row(4, ''), row(6)]
    const merged = ['A2:A5', 'C1:C2', 'B3:C3', 'C5:C6'].map((ref) => `<mergeCell ref="${ref}"/>`).join('')
    const later = [row(5, '', 'L', '7'), row(6, 'Lagan', 'S')]
    const sheet = `<worksheet><sheetData>${rows.slice(0, 4).join('')}${later.join('')}</sheetData><mergeCells count="4">${merged}</mergeCells></worksheet>`
    const file = await save('merged.xlsx', zip(book(Buffer.from(sheet))))
    expect((await all(xlsxRows(file))).map(({ line, cells }) => [line, ...Object.values(cells)])).toEqual([
      [2, 'Kosa', 'S', '5'],
      [3, 'Kosa', 'M', '6'],
      [5, 'Kosa', 'L', '7'],
      [6, 'Lagan', 'S', '7'],
    ])
  })
  it('that unpacks to a bomb is refused, also when it lies about its size', async () => {
    const text = Buffer.alloc(100 * 1024 * 1024, ' ')
    const honest = await save('bomb.xlsx', zip({ ...book(Buffer.from('<worksheet/>')), 'xl/sharedStrings.xml': text }))
    await expect(all(xlsxRows(honest))).rejects.toMatchObject({ code: 'too-large' })
    const liar = await save('liar.xlsx', zip(book(text), 10))
    await expect(all(xlsxRows(liar))).rejects.toBeInstanceOf(Unreadable)
  })
  it('that is none is unreadable', async () => {
    await expect(all(xlsxRows(await save('a.xlsx', Buffer.from('PK\x03\x04nothing'))))).rejects.toBeInstanceOf(
      Unreadable,
    )
    await expect(all(xlsxRows(await save('b.xlsx', zip({ 'readme.txt': Buffer.from('x') }))))).rejects.toBeInstanceOf(
      Unreadable,
    )
  })
})
