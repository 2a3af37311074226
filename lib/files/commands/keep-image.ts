import { createHash } from 'node:crypto'
import { masterName, mediaTypes } from '@/lib/functions'
import { type Tx, transact } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { enqueue } from '@/lib/kernel/jobs'
import { takeToken } from '@/lib/kernel/limit'
import { use } from '@/lib/kernel/plugin'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { sniff } from '../domain/sniff'
import { UPLOAD_BYTES, type Upload, type UploadRefusal } from '../schema'

export type Keep = {
  upload: Upload
  /** The first letter of the key: chosen, fetched, or a photo as evidence. */
  prefix: 'u' | 'p' | 'e'
  /** Shop or order: the same bytes of another owner are another file. */
  owner: string
  /** What it was uploaded for. */
  place?: string | undefined
  /** Hash of the address that it was fetched from. */
  source?: string | undefined
  /** Most uploads of the owner in an hour; absent: not counted. */
  limit?: number | undefined
}

export type Kept = { key: string; width: number; height: number; bytes: number }

/** Goods are looked at closely, a photo of a torn parcel is only looked at. */
const sides = { u: 2560, p: 2560, e: 1600 }

/** Counted up when the same bytes would be encoded otherwise: an address never changes what it shows. */
const ENCODING = 1

function keyOf({ prefix, owner, upload }: Keep): string {
  const hash = createHash('sha256').update(`${ENCODING}:${owner}:`).update(upload.bytes)
  return `${prefix}-${hash.digest('hex').slice(0, 32)}`
}

const mayUpload = async ({ owner, prefix, limit }: Keep): Promise<boolean> =>
  limit === undefined || (await takeToken({ key: `upload:${prefix}:${owner}`, limit, windowSeconds: 3_600 })).ok

/**
 * Keeps what can be seen of a picture from outside and nothing else; goods are then made into what pages ask for.
 * Refuses what is no picture, is too large, broken or called something else; `no-room` leaves nothing.
 */
export async function keepImage(keep: Keep): Promise<Result<Kept, UploadRefusal>> {
  const { upload, prefix } = keep
  if (upload.bytes.length === 0) return fail('empty-picture')
  if (upload.bytes.length > UPLOAD_BYTES) return fail('picture-too-large')
  if (!(await mayUpload(keep))) return fail('too-many-uploads')
  const sniffed = sniff(upload)
  if (!sniffed.ok) return sniffed
  const taken = await use('images').take(upload.bytes, sides[prefix])
  if (!taken.ok) return taken
  const kept = { key: keyOf(keep), ...taken.value, bytes: taken.value.bytes.length }
  // The bytes first: a row never tells of a file that is not there.
  const put = await use('file-store').put(masterName(kept.key), taken.value.bytes, mediaTypes.jpg)
  if (!put.ok) return put
  await transact((tx) => writeRow(tx, keep, kept))
  return ok(kept)
}

/** What was uploaded before stays as it is, and counts as new for the sweep. */
async function writeRow(tx: Tx, { prefix, owner, place, source }: Keep, { key, width, height, bytes }: Kept) {
  const isPhoto = prefix === 'e'
  const { rows } = await tx.query<{ fresh: boolean }>(
    `insert into file (key, kind, owner, place, source, bytes, width, height, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (key) do update set place = coalesce(excluded.place, file.place), created_at = now(),
       source = coalesce(excluded.source, file.source)
     returning xmax = 0 as fresh`,
    [
      key,
      isPhoto ? 'photo' : 'picture',
      owner,
      place ?? null,
      source ?? null,
      bytes,
      width,
      height,
      isPhoto ? 'ready' : 'waiting',
    ],
  )
  if (rows[0]?.fresh && !isPhoto) await enqueue(tx, 'make-images', `${key}:${newId('job')}`, { key })
}
