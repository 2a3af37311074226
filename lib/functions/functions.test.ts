import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { money } from '@/lib/kernel/money'
import { exportXlsx, toSheet } from './export-xlsx/handler'
import { renderPdf } from './render-pdf/handler'
import type { Paper } from './schema'

const uzs = (amount: number) => money(amount, 'UZS')
const paper = (rows: number): Paper => ({
  locale: 'uz',
  title: 'Hisob-kitob № 7: oʻtgan oy, Отчёт за ноябрь',
  subtitle: 'Alfa MChJ · 2026-yil noyabr',
  issuedAt: '2026-11-21T10:00:00.000Z',
  facts: [{ label: 'Boshlangʻich qoldiq', value: { money: uzs(-12_345_605) } }],
  tables: [
    {
      title: 'Yozuvlar',
      columns: [
        { label: 'Sana', width: 1 },
        { label: 'Buyurtma', width: 2 },
        { label: 'Summa', width: 1, right: true },
      ],
      rows: Array.from({ length: rows }, (_, n) => [{ date: '2026-11-20T20:00:00Z' }, '=1+1', { money: uzs(n * 100) }]),
      total: ['Jami', '', { money: uzs(99) }],
    },
  ],
  notes: ['Eslatma'],
})

/** The files of a ZIP by its central directory. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  const found = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let n = zip.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [size, name, extra, comment] = [20, 28, 30, 32].map((offset) =>
      offset === 20 ? zip.readUInt32LE(at + offset) : zip.readUInt16LE(at + offset),
    ) as [number, number, number, number]
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const body = zip.subarray(start, start + size)
    const text = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : body
    found.set(zip.subarray(at + 46, at + 46 + name).toString(), text.toString())
    at += 46 + name + extra + comment
  }
  return found
}

describe('a paper as PDF', () => {
  it('is a PDF with the font inside, in as many pages as it needs', async () => {
    const text = Buffer.from(await renderPdf(paper(120))).toString('latin1')
    expect(text.startsWith('%PDF-1.')).toBe(true)
    expect(text.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(2)
    expect(text).toContain('Onest')
    expect(text).toContain('/ToUnicode')
    expect(text).not.toContain('Helvetica')
  })
  it('is the same file every time', async () => {
    const [one, two] = await Promise.all([renderPdf(paper(3)), renderPdf(paper(3))])
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
  })
})

describe('a paper as XLSX', () => {
  it('has money as numbers, days of Tashkent, and text that is no formula', async () => {
    const files = unzip(await exportXlsx(paper(2)))
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet).toContain('-123456.05')
    expect(sheet).not.toContain('<f>')
    expect(files.get('xl/sharedStrings.xml') ?? sheet).toContain('=1+1')
  })
  it('writes the same figures as the paper', () => {
    const values = toSheet(paper(1))
      .flat()
      .map((cell) => (cell as { value?: unknown } | null)?.value)
    expect(values).toContain(0.99)
    expect(values.find((value) => value instanceof Date)).toEqual(new Date('2026-11-21T00:00:00Z'))
  })
})
