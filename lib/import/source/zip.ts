import type { Readable } from 'node:stream'
import { type Entry, open, type ZipFile } from 'yauzl'
import { Unreadable } from './row'

const MAX_ENTRIES = 2_000

const openZip = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    open(path, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, zip) =>
      error ? reject(new Unreadable('unreadable-file')) : resolve(zip),
    ),
  )

const listEntries = (zip: ZipFile): Promise<Map<string, Entry>> =>
  new Promise((resolve, reject) => {
    const found = new Map<string, Entry>()
    if (zip.entryCount > MAX_ENTRIES) reject(new Unreadable('too-large'))
    zip.on('entry', (entry: Entry) => {
      found.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(found))
    zip.on('error', () => reject(new Unreadable('unreadable-file')))
    zip.readEntry()
  })

const openEntry = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) =>
      error ? reject(new Unreadable('unreadable-file')) : resolve(stream as Readable),
    ),
  )

export type Archive = {
  has(name: string): boolean
  /** The unpacked text of one file; more than `most` bytes of it are refused, whatever the archive says of itself. */
  read(name: string, most: number): AsyncGenerator<Uint8Array>
  close(): void
}

export async function openArchive(path: string): Promise<Archive> {
  const zip = await openZip(path)
  const entries = await listEntries(zip)
  return {
    has: (name) => entries.has(name),
    async *read(name, most) {
      const entry = entries.get(name)
      if (!entry) throw new Unreadable('unreadable-file')
      if (entry.uncompressedSize > most) throw new Unreadable('too-large')
      const stream = await openEntry(zip, entry)
      let size = 0
      try {
        for await (const piece of stream as AsyncIterable<Uint8Array>) {
          size += piece.byteLength
          if (size > most) throw new Unreadable('too-large')
          yield piece
        }
      } catch (error) {
        throw error instanceof Unreadable ? error : new Unreadable('unreadable-file')
      } finally {
        stream.destroy()
      }
    },
    close: () => zip.close(),
  }
}
