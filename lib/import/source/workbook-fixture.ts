import { crc32, deflateRawSync } from 'node:zlib'

/** An archive of whatever is given: just enough of the format, to say untrue things in it. */
export function zip(files: Record<string, Buffer>, lie?: number): Buffer {
  let at = 0
  const parts: Buffer[] = []
  const index: Buffer[] = []
  for (const [name, bytes] of Object.entries(files)) {
    const packed = deflateRawSync(bytes)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(bytes), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(lie ?? bytes.length, 18)
    head.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed])
    const tail = Buffer.alloc(16)
    tail.writeUInt32LE(at, 12)
    index.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail.subarray(2), Buffer.from(name)]))
    parts.push(local)
    at += local.length
  }
  const list = Buffer.concat(index)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(index.length, 4)
  end.writeUInt16LE(index.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, list, Buffer.from('PK\x05\x06'), end])
}

export const book = (sheet: Buffer) => ({
  'xl/workbook.xml': Buffer.from('<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>'),
  'xl/_rels/workbook.xml.rels': Buffer.from(
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
  'xl/worksheets/sheet1.xml': sheet,
})
