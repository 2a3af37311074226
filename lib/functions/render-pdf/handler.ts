import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Column, Paper, Table } from '../schema'
import { currencyOf, spellCell, spellShort } from '../spell-cell'
import type { RenderPdf } from './definition'

type Doc = PDFKit.PDFDocument

const MARGIN = 42
const GAP = 8
const ink = { text: '#20242f', muted: '#666d7d', line: '#d9cdbb', cobalt: '#1c43a6' }
// The band of the market, from the palette of Rishtan ceramics.
const band = ['#1c43a6', '#1797a3', '#e9a91f', '#a3213b']

const files = { regular: '400Regular/Onest_400Regular.ttf', bold: '700Bold/Onest_700Bold.ttf' }
const shared: { fonts?: Promise<{ regular: Buffer; bold: Buffer }> } = {}

async function readFonts() {
  const folder = path.join(process.cwd(), 'node_modules', '@expo-google-fonts', 'onest')
  const [regular, bold] = await Promise.all([
    readFile(path.join(folder, files.regular)),
    readFile(path.join(folder, files.bold)),
  ])
  return { regular, bold }
}

const widthOf = (doc: Doc) => doc.page.width - 2 * MARGIN
const floorOf = (doc: Doc) => doc.page.height - MARGIN - 24

function drawBand(doc: Doc): void {
  const part = doc.page.width / band.length
  for (const [index, colour] of band.entries()) doc.rect(index * part, 0, part + 1, 6).fill(colour)
}

function drawHead(doc: Doc, { title, subtitle }: Paper): void {
  doc.font('bold').fontSize(11).fillColor(ink.cobalt).text('Bozor', MARGIN, 26)
  doc
    .moveDown(0.6)
    .fontSize(18)
    .fillColor(ink.text)
    .text(title, { width: widthOf(doc) })
  doc
    .font('regular')
    .fontSize(10)
    .fillColor(ink.muted)
    .text(subtitle, { width: widthOf(doc) })
    .moveDown(0.8)
}

function drawFacts(doc: Doc, { facts, locale }: Paper): void {
  const label = 170
  for (const { label: name, value } of facts) {
    const text = spellCell(value, locale)
    const width = widthOf(doc) - label
    const height = Math.max(heightOf(doc, name, label - GAP, 'regular'), heightOf(doc, text, width, 'bold'))
    makeRoom(doc, height)
    const { y } = doc
    doc
      .font('regular')
      .fontSize(9.5)
      .fillColor(ink.muted)
      .text(name, MARGIN, y, { width: label - GAP })
    doc
      .font('bold')
      .fillColor(ink.text)
      .text(text, MARGIN + label, y, { width })
    doc.y = y + height + 3
  }
}

function heightOf(doc: Doc, text: string, width: number, font: 'regular' | 'bold'): number {
  return doc.font(font).fontSize(9.5).heightOfString(text, { width })
}

/** Answers whether a new page was begun: a table then repeats its head. */
function makeRoom(doc: Doc, height: number): boolean {
  if (doc.y + height <= floorOf(doc)) return false
  doc.addPage()
  doc.y = MARGIN
  return true
}

/** Left edge and width of each column. */
function placesOf(doc: Doc, columns: readonly Column[]) {
  const weight = columns.reduce((sum, column) => sum + column.width, 0)
  let left = MARGIN
  return columns.map((column) => {
    const width = (widthOf(doc) * column.width) / weight
    const place = { left, width: width - GAP, align: column.right ? ('right' as const) : ('left' as const) }
    left += width
    return place
  })
}

type Row = { texts: readonly string[]; font: 'regular' | 'bold'; colour: string; columns: readonly Column[] }

const rowHeight = (doc: Doc, { texts, columns, font }: Row) =>
  Math.max(...placesOf(doc, columns).map(({ width }, index) => heightOf(doc, texts[index] ?? '', width, font)))

function drawRow(doc: Doc, row: Row): void {
  const height = rowHeight(doc, row)
  const { y } = doc
  for (const [index, { left, width, align }] of placesOf(doc, row.columns).entries()) {
    doc.font(row.font).fontSize(9.5).fillColor(row.colour)
    doc.text(row.texts[index] ?? '', left, y, { width, align })
  }
  const line = y + height + 3
  doc
    .moveTo(MARGIN, line)
    .lineTo(MARGIN + widthOf(doc), line)
    .lineWidth(0.5)
    .strokeColor(ink.line)
    .stroke()
  doc.y = line + 4
}

/** `Goods, soʻm`: the currency once, where there is one. */
function titleOf({ title, rows, total }: Table, { locale }: Paper): string {
  const names = [...rows, total ?? []].flat().map((cell) => currencyOf(cell, locale))
  const name = names.find((one) => one !== null)
  return name ? `${title}, ${name}` : title
}

function drawTable(doc: Doc, table: Table, paper: Paper): void {
  const { columns, rows, total } = table
  const title = titleOf(table, paper)
  const head: Row = { texts: columns.map(({ label }) => label), font: 'regular', colour: ink.muted, columns }
  makeRoom(doc, 70)
  doc
    .moveDown(0.8)
    .font('bold')
    .fontSize(12)
    .fillColor(ink.text)
    .text(title, MARGIN, doc.y, { width: widthOf(doc) })
  doc.y += 4
  drawRow(doc, head)
  for (const cells of [...rows, ...(total ? [total] : [])]) {
    const texts = cells.map((cell) => spellShort(cell, paper.locale))
    const row: Row = { texts, font: cells === total ? 'bold' : 'regular', colour: ink.text, columns }
    if (makeRoom(doc, rowHeight(doc, row) + 7)) drawRow(doc, head)
    drawRow(doc, row)
  }
}

function drawNotes(doc: Doc, notes: readonly string[]): void {
  doc.moveDown(0.6)
  for (const note of notes) {
    makeRoom(doc, 30)
    doc
      .font('regular')
      .fontSize(8.5)
      .fillColor(ink.muted)
      .text(note, MARGIN, doc.y, { width: widthOf(doc) })
  }
}

/** Last, when the number of pages is known. */
function drawFrames(doc: Doc): void {
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page)
    drawBand(doc)
    // The text stands in the margin: without this the renderer would begin a page for it.
    doc.page.margins.bottom = 0
    doc.font('regular').fontSize(8.5).fillColor(ink.muted)
    doc.text(`${page + 1} / ${count}`, MARGIN, doc.page.height - 30, { width: widthOf(doc), align: 'right' })
  }
}

const collect = (doc: Doc) =>
  new Promise<Uint8Array>((resolve, reject) => {
    const parts: Buffer[] = []
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    doc.on('error', reject)
  })

export const renderPdf: RenderPdf = async (paper) => {
  // Loaded by whom it is for: most processes never print anything.
  const { default: PDFDocument } = await import('pdfkit')
  const fonts = await (shared.fonts ??= readFonts())
  const date = new Date(paper.issuedAt)
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    lang: paper.locale,
    // None to begin with: the standard ones would be read from files that a bundle does not have, and one of our own,
    // opened here, would be parsed again at every change of font.
    font: '',
    info: { Title: paper.title, Author: 'Bozor', CreationDate: date, ModDate: date },
  })
  doc.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold)
  const whole = collect(doc)
  drawHead(doc, paper)
  drawFacts(doc, paper)
  for (const table of paper.tables) drawTable(doc, table, paper)
  drawNotes(doc, paper.notes)
  drawFrames(doc)
  doc.end()
  return whole
}
