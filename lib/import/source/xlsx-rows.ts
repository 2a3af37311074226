import { columnOf, fillMerged, mergedCells } from './merged-cells'
import { columnNames, MAX_CELL, MAX_COLUMNS, type SourceRow, toRow, Unreadable } from './row'
import { decode } from './text'
import { type XmlHandler, xmlReader } from './xml'
import { type Archive, openArchive } from './zip'

/** Unpacked: a sheet is read as a stream, its shared texts have to be kept. */
const limits = { sheet: 512 * 1024 * 1024, texts: 96 * 1024 * 1024, small: 1024 * 1024 }

async function scan(archive: Archive, name: string, most: number, handler: XmlHandler): Promise<void> {
  const xml = xmlReader(handler)
  for await (const text of decode(archive.read(name, most), 'utf-8')) xml.write(text)
  xml.end()
}

async function sharedTexts(archive: Archive): Promise<string[]> {
  const texts: string[] = []
  if (!archive.has('xl/sharedStrings.xml')) return texts
  let [text, inside, phonetic] = ['', false, false]
  await scan(archive, 'xl/sharedStrings.xml', limits.texts, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') phonetic = true
      inside = name === 't' && !phonetic
    },
    text(piece) {
      if (inside) text += piece
    },
    close(name) {
      if (name === 'si') texts.push(text)
      if (name === 'rPh') phonetic = false
      inside = false
    },
  })
  return texts
}

/** The first sheet that the workbook lists. */
async function firstSheet(archive: Archive): Promise<string> {
  let wanted: string | undefined
  let target: string | undefined
  await scan(archive, 'xl/workbook.xml', limits.small, {
    open: (name, attributes) => {
      if (name === 'sheet') wanted ??= attributes['r:id']
    },
  })
  await scan(archive, 'xl/_rels/workbook.xml.rels', limits.small, {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id === wanted) target = Target
    },
  })
  if (target === undefined) throw new Unreadable('unreadable-file')
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/**
 * Sheets keep 19.99 as 19.989999999999998: fifteen digits are what was typed. A longer number has lost its last digits
 * and says so, for nobody can tell a right tax code by the noughts that stand there instead.
 */
function numberText(text: string): string {
  const value = Number(text)
  if (text === '' || !Number.isFinite(value)) return text
  return Math.abs(value) < 1e15 ? String(Number(value.toPrecision(15))) : value.toExponential()
}

type Cell = { at: number; type: string; text: string }

const cellText = ({ type, text }: Cell, texts: readonly string[]): string => {
  if (type === 's') return texts[Number(text)] ?? ''
  if (type === 'b') return text === '1' ? 'true' : 'false'
  if (type === 'e') return ''
  return type === 'n' ? numberText(text) : text
}

type Sheet = { rows: { line: number; values: string[] }[]; handler: XmlHandler }

function sheetReader(texts: readonly string[]): Sheet {
  const rows: Sheet['rows'] = []
  let line = 0
  let values: string[] = []
  let cell: Cell | null = null
  let inside = false
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === 'row') {
        line = Number(attributes['r'] ?? line + 1)
        values = []
      }
      if (name === 'c') {
        const at = attributes['r'] ? columnOf(attributes['r']) : values.length
        cell = { at, type: attributes['t'] ?? 'n', text: '' }
      }
      inside = name === 'v' || name === 't'
    },
    text(piece) {
      if (inside && cell && cell.text.length < MAX_CELL) cell.text += piece
    },
    close(name) {
      inside = false
      if (name === 'c' && cell && cell.at >= 0 && cell.at < MAX_COLUMNS) {
        while (values.length < cell.at) values.push('')
        values[cell.at] = cellText(cell, texts)
      }
      if (name === 'c') cell = null
      if (name === 'row') rows.push({ line, values })
    },
  }
  return { rows, handler }
}

async function* sheetRows(archive: Archive, sheet: string) {
  const texts = await sharedTexts(archive)
  const { rows, handler } = sheetReader(texts)
  const xml = xmlReader(handler)
  for await (const text of decode(archive.read(sheet, limits.sheet), 'utf-8')) {
    xml.write(text)
    yield* rows.splice(0)
  }
  xml.end()
  yield* rows.splice(0)
}

/** Rows of the first sheet; its first row with something in it names the columns. */
export async function* xlsxRows(path: string): AsyncGenerator<SourceRow, void, undefined> {
  const archive = await openArchive(path)
  let columns: string[] | undefined
  try {
    const sheet = await firstSheet(archive)
    const fill = fillMerged(await mergedCells(decode(archive.read(sheet, limits.sheet), 'utf-8')))
    for await (const { line, values } of sheetRows(archive, sheet)) {
      if (values.every((value) => value.trim() === '')) continue
      if (columns === undefined) columns = columnNames(values)
      else {
        const row = toRow(line, columns, fill(line, values))
        if (row) yield row
      }
    }
  } finally {
    archive.close()
  }
}

export async function xlsxColumns(path: string): Promise<string[]> {
  const archive = await openArchive(path)
  try {
    for await (const { values } of sheetRows(archive, await firstSheet(archive)))
      if (values.some((value) => value.trim() !== '')) return columnNames(values)
    return []
  } finally {
    archive.close()
  }
}
