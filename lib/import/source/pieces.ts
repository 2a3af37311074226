import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql, type Tx } from '@/lib/kernel/db'
import { MAX_BYTES, Unreadable } from './row'

const PIECE = 256 * 1024

/** Small ones are joined, large ones cut, so that a file is few rows and none of them heavy. */
async function* evenly(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let size = 0
  for await (const piece of bytes) {
    held.push(piece)
    size += piece.byteLength
    if (size < PIECE) continue
    const whole = Buffer.concat(held)
    for (let at = 0; at < whole.length; at += PIECE) yield whole.subarray(at, at + PIECE)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}

/** Keeps a file as it comes in; answers its size. `too-large` is thrown before anything more is read. */
export async function keepPieces(
  tx: Tx,
  importId: string,
  bytes: AsyncIterable<Uint8Array>,
  watch: (piece: Uint8Array) => void,
): Promise<number> {
  let total = 0
  let n = 0
  for await (const piece of evenly(bytes)) {
    total += piece.byteLength
    if (total > MAX_BYTES) throw new Unreadable('too-large')
    watch(piece)
    await tx.query('insert into goods_import_piece (import_id, n, bytes) values ($1, $2, $3)', [importId, n++, piece])
  }
  return total
}

export async function* readPieces(importId: string, tx: Tx = sql): AsyncGenerator<Uint8Array> {
  for (let n = 0; ; n++) {
    const { rows } = await tx.query<{ bytes: Uint8Array }>(
      'select bytes from goods_import_piece where import_id = $1 and n = $2',
      [importId, n],
    )
    if (!rows[0]) return
    yield rows[0].bytes
  }
}

/** An archive is read from its end: it has to lie on a disk, for as long as `work` takes. */
export async function* asFile<Value>(
  importId: string,
  work: (file: string) => AsyncIterable<Value>,
): AsyncGenerator<Value> {
  const file = path.join(os.tmpdir(), `bozor-${importId}-${process.pid}-${Date.now().toString(36)}.xlsx`)
  try {
    await pipeline(Readable.from(readPieces(importId)), createWriteStream(file, { mode: 0o600 }))
    yield* work(file)
  } finally {
    await rm(file, { force: true })
  }
}
