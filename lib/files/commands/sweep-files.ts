import { masterName, servedName } from '@/lib/functions'
import { sql, transact } from '@/lib/kernel/db'
import { enqueue } from '@/lib/kernel/jobs'
import { use } from '@/lib/kernel/plugin'

const formats = ['avif', 'webp', 'jpg']
const namesOf = (key: string, widths: readonly number[]) => [
  masterName(key),
  servedName(`${key}-og.jpg`),
  ...widths.flatMap((width) => formats.map((format) => servedName(`${key}-${width}.${format}`))),
]

/** What nobody has used within a day of its upload is removed: its row first, so nothing points at a missing file. */
export async function sweepFiles(): Promise<number> {
  const { rows } = await sql.query<{ key: string; widths: number[] }>(
    `delete from file where key in (select key from file where attached_at is null and created_at < now() - interval '1 day'
                                     order by created_at limit 500)
     returning key, widths`,
  )
  for (const { key, widths } of rows)
    for (const name of namesOf(key, widths.length > 0 ? widths : [320, 640, 1280])) await use('file-store').remove(name)
  await askAgain()
  return rows.length
}

/** A picture whose job was given up, while the disk was full perhaps, is asked for once an hour. */
const askAgain = () =>
  transact(async (tx) => {
    const { rows } = await tx.query<{ key: string; hour: string }>(
      `select key, to_char(now(), 'YYYYMMDDHH24') as hour from file
        where state = 'waiting' and created_at < now() - interval '30 minutes' order by created_at limit 200`,
    )
    for (const { key, hour } of rows) await enqueue(tx, 'make-images', `${key}:${hour}`, { key })
  })
